# A page of the orders that have changed since, whatever their state: a filter for open orders would leave out those
# that were cancelled after a package, which read FULFILLED. The range has no end, so that no order that changes
# meanwhile leaves it and moves another onto a page that has been read.
{
  path: "/sell/fulfillment/v1/order",
  query: {filter: "lastmodifieddate:[\($cursor | rtrimstr("Z")).000Z..]", limit: "200"}
}
