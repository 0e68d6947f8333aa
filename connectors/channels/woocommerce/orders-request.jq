# A page of the orders that have changed. By id and not by time of change: an order that changes meanwhile keeps its
# place, so that none slips from a page that is still to come onto one that has been read.
{
  path: "/orders",
  query: {
    modified_after: ($cursor | rtrimstr("Z")),
    dates_are_gmt: true,
    orderby: "id",
    order: "asc",
    per_page: 100,
    page: $page
  }
}
