/**
 * What {@code ./serai check} knows: the shape of routes and Kamelets, the endpoints and their
 * options, the beans and placeholders that a route may name, and the fixtures of connectors.
 */
package io.serai.check;
