/** What the hub knows of persons is erased, in time or when they ask. */
package io.serai.privacy;
