# The orders in an answer of the Admin API, for ./serai inspect.
(.data // .).orders.nodes[]
