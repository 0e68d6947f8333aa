package io.serai.sandbox.world;

import java.util.Map;

/**
 * The figures of a {@link World}.
 *
 * @param purchaseOrderFiles files with purchase orders, by name
 * @param repeatedPurchaseOrderFiles arrivals of such a file under a name that had come before
 * @param purchaseOrders purchase orders, by number
 * @param repeatedPurchaseOrders arrivals of a number that had come before; no supplier acts on them
 * @param badFiles files that a supplier could not read
 * @param unitsOrdered units on the purchase orders
 * @param unitsAccepted units that acknowledgments accepted
 * @param unitsBackordered units that acknowledgments backordered
 * @param unitsRejected units that acknowledgments rejected
 * @param parcels packages that left suppliers, by tracking number
 * @param unitsShipped units in them
 * @param restocks arrivals of new stock at suppliers
 * @param trackingPosts fulfillments that the store took, by order, tracking number and lines
 * @param repeatedTrackingPosts fulfillments of lines that had come before under the same number
 * @param unitsTracked units in the tracking posts, without the repeats
 * @param refusals mutations that the store refused
 * @param stockSettings quantities that the store was told
 * @param repeatedIdempotencyKeys calls that the store ignored because their key had come before
 * @param unitsCancelled units that the store was told to cancel
 * @param mails mails, by Message-ID
 * @param repeatedMails arrivals of a Message-ID that had come before
 * @param whims units of which suppliers have had each whim
 * @param texts short messages
 */
public record WorldSummary(
    int purchaseOrderFiles,
    int repeatedPurchaseOrderFiles,
    int purchaseOrders,
    int repeatedPurchaseOrders,
    int badFiles,
    int unitsOrdered,
    int unitsAccepted,
    int unitsBackordered,
    int unitsRejected,
    int parcels,
    int unitsShipped,
    int restocks,
    int trackingPosts,
    int repeatedTrackingPosts,
    int unitsTracked,
    int refusals,
    int stockSettings,
    int repeatedIdempotencyKeys,
    int unitsCancelled,
    int mails,
    int repeatedMails,
    Map<Whim, Integer> whims,
    int texts) {

  /** Units of which a supplier has had a whim. */
  public int units(Whim whim) {
    return whims.getOrDefault(whim, 0);
  }
}
