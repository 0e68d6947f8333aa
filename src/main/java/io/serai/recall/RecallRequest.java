package io.serai.recall;

import io.serai.shipment.Shipment;
import io.serai.stock.Reservation;

/**
 * What a supplier is to be asked not to ship.
 *
 * @param shipment of the units
 * @param units of the reservation
 * @param takenBack whether they are no longer its own; otherwise they stay open until it answers
 * @param tellChannel whether the channel is to be told once they are cancelled
 * @param reason that ends the sentence "please do not ship, since ..."
 */
public record RecallRequest(
    Shipment shipment,
    Reservation reservation,
    int units,
    boolean takenBack,
    boolean tellChannel,
    String reason) {}
