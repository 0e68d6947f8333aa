/** Suppliers' servers and folders, as the endpoints of Camel that the routes name. */
package io.serai.hub.files;
