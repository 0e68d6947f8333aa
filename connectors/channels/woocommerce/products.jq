# Finds the products and variations of the SKUs, fifty at a time.
[.quantities[].sku] as $skus
| range(0; $skus | length; 50) as $first
| {path: "/products", query: {sku: ($skus[$first:$first + 50] | join(",")), per_page: 100}}
