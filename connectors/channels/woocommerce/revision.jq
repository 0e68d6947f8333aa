# What makes it another order for the hub. Our own notes, tracking and completion change the order too, and are no part
# of it; that an order which waited for its money is paid is, and that the store holds it or goes on.
[
  ([.status] | inside(["cancelled", "refunded", "failed", "trash"])),
  ([.status] | inside(["pending", "checkout-draft"])),
  .status == "on-hold",
  .shipping,
  [.line_items[] | [.id, .quantity]]
]
