# Sets the quantities: one by one, or many in a feed, which Walmart takes in later. A feed is a file, so its request is a
# form of one part; JSON has no line breaks of its own, so none of its lines can be taken for the form's boundary.
def quantity: {unit: "EACH", amount: .quantity};
if (.quantities | length) < $settings.feedFrom then
  .quantities[] | {method: "PUT", path: "/inventory", query: {sku, shipNode: $settings.shipNode}, body: {sku, quantity: quantity}}
else
  {
    path: "/feeds",
    limit: "feed",
    query: {feedType: "inventory", shipNode: $settings.shipNode},
    headers: {"Content-Type": "multipart/form-data; boundary=serai-stock"},
    body: (
      [
        "--serai-stock",
        "Content-Disposition: form-data; name=\"file\"; filename=\"inventory.json\"",
        "Content-Type: application/json",
        "",
        ({InventoryHeader: {version: "1.4"}, Inventory: [.quantities[] | {sku, quantity: quantity}]} | tojson),
        "--serai-stock--",
        ""
      ]
      | join("\r\n")
    )
  }
end
