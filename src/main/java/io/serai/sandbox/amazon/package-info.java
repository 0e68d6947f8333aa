/** An Amazon marketplace that keeps its books, as the Selling Partner API shows it. */
package io.serai.sandbox.amazon;
