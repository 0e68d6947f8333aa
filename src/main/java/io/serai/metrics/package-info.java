/** What the hub counts and times of itself, for whoever watches it. */
package io.serai.metrics;
