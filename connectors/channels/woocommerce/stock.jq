# Sets the quantities: products in batches, the variations of each product in batches of their own. SKUs that the store
# does not sell are left.
(.quantities | map({key: .sku, value: .quantity}) | from_entries) as $quantities
| [$before[][] | select($quantities[.sku] != null)] as $found
| def batches($path): . as $all | range(0; length; 100) as $first | {path: $path, body: {update: [$all[$first:$first + 100][] | {id, manage_stock: true, stock_quantity: $quantities[.sku]}]}};
  ([$found[] | select(.type != "variation")] | batches("/products/batch")),
  ([$found[] | select(.type == "variation")] | group_by(.parent_id)[] | batches("/products/\(.[0].parent_id)/variations/batch"))
