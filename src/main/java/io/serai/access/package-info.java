/** Who may look and who may act: users, their sessions, and the record of what they did. */
package io.serai.access;
