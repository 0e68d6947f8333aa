# The request that sets quantities. changeFromQuantity must be sent, and null skips the comparison: the hub is the one
# that knows.
(variable("quantities") | map({key: .sku, value: .quantity}) | from_entries) as $quantities
| {
    query: variable("mutation"),
    variables: {
      key: variable("key"),
      input: {
        name: "available",
        reason: "correction",
        quantities: [
          .productVariants.nodes[]
          | select($quantities[.sku] != null)
          | {
              inventoryItemId: .inventoryItem.id,
              locationId: variable("locationId"),
              quantity: $quantities[.sku],
              changeFromQuantity: null
            }
        ]
      }
    }
  }
