# A page of the orders that have changed. Walmart takes times without milliseconds. Without createdStartDate it leaves
# out what was bought more than 7 days ago; it lists what was bought in the last 180 days. There is no end: an order that
# changes meanwhile would leave the list, and move another onto a page that has been read.
{
  path: "/orders",
  query: {
    createdStartDate: (((($started | epochMillis) - 179 * 86400000 | isoTime) | .[0:19]) + "Z"),
    lastModifiedStartDate: $cursor,
    shipNodeType: "SellerFulfilled",
    limit: "200"
  }
}
