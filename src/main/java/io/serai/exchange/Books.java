package io.serai.exchange;

import io.serai.alert.Alerts;
import io.serai.delivery.DeliveryStore;
import io.serai.document.DocumentStore;
import io.serai.order.OrderStore;
import io.serai.recall.RecallStore;
import io.serai.shipment.ShipmentStore;
import io.serai.stock.Ledger;
import io.serai.timeline.Timeline;

/** Where everything that suppliers are told, and tell, is written down. */
public record Books(
    DocumentStore documents,
    DeliveryStore deliveries,
    OrderStore orders,
    ShipmentStore shipments,
    Ledger ledger,
    RecallStore recalls,
    Alerts alerts,
    Timeline timeline) {}
