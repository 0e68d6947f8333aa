/** The whole database in one file, and back. */
package io.serai.backup;
