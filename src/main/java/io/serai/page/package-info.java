/** The page on which the customer of an order sees its parcels, and chooses what is to be done. */
package io.serai.page;
