/** The process as it runs: its stages, their routes and what those have done since the start. */
package io.serai.flow;
