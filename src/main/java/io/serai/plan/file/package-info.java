/**
 * What {@code serai plan} reads: orders, offers and rules in files, each fault with its file and
 * line.
 */
package io.serai.plan.file;
