/**
 * The outside world in which the demo and the tests run the hub: a store, suppliers on an FTP
 * server and a mail catcher, all real servers on loopback. It depends on no other package of the
 * hub, and no part of the hub depends on it.
 */
package io.serai.sandbox;
