package io.serai.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads the stock of SKUs. */
public final class StockView {
  /** A SKU, over all its suppliers. */
  public record Sku(String sku, int suppliers, long onHand, long reserved, long waiting) {}

  /** What one supplier says of a SKU, and what is promised of it. */
  public record Offer(
      String supplier,
      int reported,
      int onHand,
      int reserved,
      BigDecimal unitCost,
      int leadDays,
      Optional<LocalDate> restockDate,
      Optional<Integer> restockQuantity,
      Optional<LocalDate> answeredDate,
      Instant changedAt) {}

  /** What a channel was last told, and what it has sold since. */
  public record Told(String channel, int quantity, int sold, Instant at) {}

  /** The SKUs in their order, from one on. */
  public List<Sku> from(Handle handle, String sku, int most) {
    return handle
        .createQuery(
            """
            select sku, count(*) as suppliers, sum(on_hand) as on_hand, sum(reserved) as reserved,
              (select coalesce(sum(quantity), 0) from backorder b where b.sku = offer.sku and quantity > 0) as waiting
            from offer where sku >= :sku group by sku order by sku limit :most""")
        .bind("sku", sku)
        .bind("most", most)
        .map(ConstructorMapper.of(Sku.class))
        .list();
  }

  /** What suppliers say of a SKU. */
  public List<Offer> offers(Handle handle, String sku) {
    return handle
        .createQuery("select * from offer where sku = :sku order by supplier")
        .bind("sku", sku)
        .map(ConstructorMapper.of(Offer.class))
        .list();
  }

  /** What channels were told of a SKU. */
  public List<Told> told(Handle handle, Collection<String> channels, String sku) {
    return handle
        .createQuery(
            """
            select channel, quantity, sold, at from pushed_stock
            where channel = any(:channels) and sku = :sku order by channel""")
        .bind("channels", channels.toArray(String[]::new))
        .bind("sku", sku)
        .map(ConstructorMapper.of(Told.class))
        .list();
  }
}
