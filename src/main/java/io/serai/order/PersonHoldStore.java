package io.serai.order;

import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * The holds that people have placed. An order is on hold as long as its channel or a person holds
 * it; the reason of the channel goes before the person's.
 */
public final class PersonHoldStore {
  private final Clock clock;

  public PersonHoldStore(Clock clock) {
    this.clock = clock;
  }

  /** The hold of a person on an order, which the caller has locked. */
  public Optional<PersonHold> of(Handle handle, long order) {
    return handle
        .createQuery("select who, why, at from person_hold where order_id = :order")
        .bind("order", order)
        .map(ConstructorMapper.of(PersonHold.class))
        .findOne();
  }

  /** Places a hold on an order that no person holds. */
  public void place(Handle handle, long order, String who, String why) {
    PersonHold hold = new PersonHold(who, why, clock.instant());
    handle
        .createUpdate(
            "insert into person_hold (order_id, who, why, at) values (:order, :who, :why, :at)")
        .bind("order", order)
        .bind("who", who)
        .bind("why", why)
        .bind("at", hold.at())
        .execute();
    handle
        .createUpdate(
            """
            update customer_order set hold_reason = coalesce(hold_reason, :reason),
              hold_since = coalesce(hold_since, :at)
            where id = :order""")
        .bind("reason", hold.told())
        .bind("at", hold.at())
        .bind("order", order)
        .execute();
  }

  /** Whether the channel holds the order too, and says so. */
  public boolean isHeldByChannel(Handle handle, long order) {
    return handle
        .createQuery("select hold_seen from customer_order where id = :order")
        .bind("order", order)
        .mapTo(Boolean.class)
        .one();
  }

  /** Ends a person's hold; the order stays on hold where its channel holds it too. */
  public void end(Handle handle, long order) {
    forget(handle, order);
    handle
        .createUpdate(
            """
            update customer_order set hold_reason = null, hold_since = null
            where id = :order and not hold_seen""")
        .bind("order", order)
        .execute();
  }

  /** The channel's hold has ended, and the person's goes on. */
  public void goOnAlone(Handle handle, long order, PersonHold hold) {
    handle
        .createUpdate(
            "update customer_order set hold_reason = :reason, hold_seen = false where id = :order")
        .bind("reason", hold.told())
        .bind("order", order)
        .execute();
  }

  /** Ends a person's hold with its order. */
  public void forget(Handle handle, long order) {
    handle
        .createUpdate("delete from person_hold where order_id = :order")
        .bind("order", order)
        .execute();
  }
}
