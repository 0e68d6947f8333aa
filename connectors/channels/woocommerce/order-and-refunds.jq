# The order as it is now, its refunds, and the notes that earlier attempts may have left.
{path: "/orders/\(.order)"},
{path: "/orders/\(.order)/refunds", query: {per_page: 100}},
(if $attempts > 1 then {path: "/orders/\(.order)/notes"} else empty end)
