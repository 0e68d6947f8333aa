/**
 * What the customer of an order may choose while units of it wait: to wait on, to cancel, or to
 * take something else. A choice takes effect once, and only while it is still possible.
 */
package io.serai.choice;
