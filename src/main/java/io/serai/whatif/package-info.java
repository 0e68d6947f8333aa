/** What other rules would have made of the orders of a day: planned, compared, and never kept. */
package io.serai.whatif;
