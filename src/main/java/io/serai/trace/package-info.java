/** One trace for each order, from its arrival to the last that is sent of it. */
package io.serai.trace;
