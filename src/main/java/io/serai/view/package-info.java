/**
 * What people and programs are shown: facts read across the hub's tables, as the console and the
 * API both tell them. Nothing here changes anything.
 */
package io.serai.view;
