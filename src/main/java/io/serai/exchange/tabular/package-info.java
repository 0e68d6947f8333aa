/** What files in rows of named columns have in common, however the columns are parted. */
package io.serai.exchange.tabular;
