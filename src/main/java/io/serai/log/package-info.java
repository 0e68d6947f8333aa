/** How the hub's log is written, so that a person and a machine can read it and it names nobody. */
package io.serai.log;
