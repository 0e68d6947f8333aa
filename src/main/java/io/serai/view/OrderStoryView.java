package io.serai.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads all that the hub knows of one order. */
public final class OrderStoryView {
  /** The order, if there is one of this id. */
  public Optional<OrderStory> read(Handle handle, long id) {
    return head(handle, id)
        .map(
            head ->
                new OrderStory(
                    head,
                    lines(handle, id),
                    shipments(handle, id),
                    waits(handle, id),
                    documents(handle, head),
                    deliveries(handle, id),
                    alerts(handle, id),
                    happened(handle, id)));
  }

  /** The id of the order that a channel calls so, if it is taken in. */
  public Optional<Long> id(Handle handle, String channel, String number) {
    return handle
        .createQuery("select id from customer_order where channel = :channel and number = :number")
        .bind("channel", channel)
        .bind("number", number)
        .mapTo(Long.class)
        .findOne();
  }

  /** The newest document of an order, whether it is taken in or not. */
  public Optional<OrderStory.Paper> arrived(Handle handle, String channel, String number) {
    return handle
        .createQuery(
            """
            select id, kind, account, name, status, at from document
            where kind = 'order' and account = :channel and name = :number order by id desc limit 1""")
        .bind("channel", channel)
        .bind("number", number)
        .map(ConstructorMapper.of(OrderStory.Paper.class))
        .findOne();
  }

  /** Who ordered what where, if there is an order of this id. */
  public Optional<OrderStory.Head> head(Handle handle, long id) {
    return handle
        .createQuery(
            """
            select id, channel, number, currency, placed_at, received_at, ended_at, hold_reason, waits_whole,
              coalesce(customer ->> 'name', '') as customer, coalesce(customer ->> 'email', '') as email,
              coalesce(customer ->> 'phone', '') as phone,
              array_remove(array[ship_to ->> 'name', ship_to ->> 'company', ship_to ->> 'address1',
                ship_to ->> 'address2', ship_to ->> 'postalCode', ship_to ->> 'city', ship_to ->> 'state',
                ship_to ->> 'country'], '') as address
            from customer_order where id = :id""")
        .bind("id", id)
        .map(ConstructorMapper.of(OrderStory.Head.class))
        .findOne();
  }

  private static List<OrderStory.Line> lines(Handle handle, long id) {
    return of(
        handle,
        OrderStory.Line.class,
        id,
        "select * from order_line where order_id = :id order by id");
  }

  private static List<OrderStory.Shipment> shipments(Handle handle, long id) {
    List<OrderStory.Part> parts =
        of(
            handle,
            OrderStory.Part.class,
            id,
            """
            select r.*, l.line
            from shipment s join reservation r on r.shipment_id = s.id join order_line l on l.id = r.order_line_id
            where s.order_id = :id order by s.id, r.line_number""");
    List<OrderStory.Parcel> parcels =
        of(
            handle,
            OrderStory.Parcel.class,
            id,
            """
            select p.shipment_id, p.carrier, array[p.tracking] || p.more_tracking as tracking, p.shipped_at,
              (select coalesce(sum(quantity), 0) from package_line where package_id = p.id) as units
            from shipment s join package p on p.shipment_id = s.id
            where s.order_id = :id order by p.shipped_at, p.id""");
    List<OrderStory.Shipment> shipments = new ArrayList<>();
    for (OrderStory.Asked asked :
        of(
            handle,
            OrderStory.Asked.class,
            id,
            "select * from shipment where order_id = :id order by id")) {
      shipments.add(
          new OrderStory.Shipment(
              asked,
              parts.stream().filter(part -> part.shipmentId() == asked.id()).toList(),
              parcels.stream().filter(parcel -> parcel.shipmentId() == asked.id()).toList()));
    }
    return shipments;
  }

  private static List<OrderStory.Wait> waits(Handle handle, long id) {
    return of(
        handle,
        OrderStory.Wait.class,
        id,
        """
        select b.*, l.line, 1 + (
          select count(*) from backorder other where other.sku = b.sku and other.quantity > 0
            and (-other.priority, other.promised_at, other.id) < (-b.priority, b.promised_at, b.id)) as place
        from backorder b join order_line l on l.id = b.order_line_id
        where b.order_id = :id and b.quantity > 0 order by b.id""");
  }

  private static List<OrderStory.Paper> documents(Handle handle, OrderStory.Head head) {
    return handle
        .createQuery(
            """
            select id, kind, account, name, status, at from document
            where kind = 'order' and account = :channel and name = :number
            union all
            select id, kind, account, name, status, at from document
            where id in (select document_id from shipment where order_id = :id) order by id""")
        .bind("channel", head.channel())
        .bind("number", head.number())
        .bind("id", head.id())
        .map(ConstructorMapper.of(OrderStory.Paper.class))
        .list();
  }

  // The file of a purchase order may have many orders in it; its delivery belongs to none alone.
  /** The deliveries of an order. */
  public List<OrderStory.Sent> deliveries(Handle handle, long id) {
    return of(
        handle,
        OrderStory.Sent.class,
        id,
        """
        select *, coalesce(payload ->> 'template', '') as template from delivery where order_id = :id
        union all
        select *, '' from delivery where order_id is null
          and document_id in (select document_id from shipment where order_id = :id) order by id""");
  }

  private static List<OrderStory.Notice> alerts(Handle handle, long id) {
    return of(
        handle,
        OrderStory.Notice.class,
        id,
        "select * from alert where order_id = :id and settled_at is null order by id");
  }

  private static List<OrderStory.Event> happened(Handle handle, long id) {
    return of(
        handle,
        OrderStory.Event.class,
        id,
        "select at, what, text from timeline where order_id = :id order by timeline.id");
  }

  private static <T> List<T> of(Handle handle, Class<T> type, long id, String query) {
    return handle.createQuery(query).bind("id", id).map(ConstructorMapper.of(type)).list();
  }
}
