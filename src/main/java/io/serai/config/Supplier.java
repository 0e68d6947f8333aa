package io.serai.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One configured supplier.
 *
 * @param connector a connector of kind supplier
 * @param enabled whether the supplier takes part
 * @param name what people call it; its id unless configured
 * @param rank the smaller, the more preferred
 * @param leadDays from purchase order to parcel, where the stock file does not say
 * @param handlingFee per shipment, in the currency of the unit costs
 * @param currency of the unit costs, ISO 4217; empty for that of the order
 * @param countries where it ships to, by ISO 3166; empty for everywhere
 * @param poll how often its folder is looked into
 * @param stockMaxAgeHours the age at which its stock does not count any more
 * @param skuPrefix its own code of a SKU is this prefix and the SKU
 * @param acknowledgment how long it may take to answer a purchase order; empty: none is expected
 * @param format how it writes its documents, as its connector says
 * @param latestDays the days from purchase order to parcel that are too many; empty: none are
 * @param priceTolerancePercent by how much of a price it may differ before somebody is told
 */
public record Supplier(
    String id,
    String connector,
    boolean enabled,
    String name,
    OptionalInt rank,
    int leadDays,
    BigDecimal handlingFee,
    Optional<String> currency,
    Set<String> countries,
    Duration poll,
    OptionalInt stockMaxAgeHours,
    String skuPrefix,
    Optional<Duration> acknowledgment,
    OptionalInt latestDays,
    BigDecimal priceTolerancePercent,
    SupplierFormat format,
    Settings settings) {}
