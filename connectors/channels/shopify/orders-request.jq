# The request for the next page of orders. The cursor is {since, after}: all that was updated at or after `since`,
# from the page after `after` on. Asking for "at or after" reads the last orders again, which changes nothing.
(header("cursor") | if . == null or . == "" then {} else fromjson end) as $cursor
| {
    query: variable("query"),
    variables: {
      first: (variable("pageSize") | tonumber),
      after: $cursor.after,
      query: (if $cursor.since == null then null else "updated_at:>='" + $cursor.since + "'" end)
    }
  }
