# The order that an ORDER_CHANGE notification is about, as it comes by itself or in an event of EventBridge. Yields nothing
# for another marketplace, for what Amazon ships, and for states in which the order is nothing for the hub.
(.detail // .).Payload.OrderChangeNotification
| select(.Summary.MarketplaceId == null or .Summary.MarketplaceId == $settings.marketplaceId)
| select(.Summary.FulfillmentType != "AFN")
| .Summary.OrderStatus as $status
| select(["Pending", "PendingAvailability", "Shipped"] | any(. == $status) | not)
| .AmazonOrderId // error("the notification names no order")
