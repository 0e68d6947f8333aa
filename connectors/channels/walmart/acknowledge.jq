# Says that the order has been taken in; it is for the whole order, and must stand before anything of it ships. A repeat
# looks first whether anything is left to acknowledge.
def order: .order // .;
if $before == null or ($before[0] | order | [.orderLines.orderLine[]?.orderLineStatuses.orderLineStatus[]?.status] | any(. == "Created"))
then {method: "POST", path: "/orders/\(.order | @uri)/acknowledge"}
else empty
end
