-- What three suppliers say of 50,000 SKUs, what of it is reserved for the orders that were written before, what the
-- channels were told, and what a person should look at; and the numbers go on where those of the orders end.
insert into offer (sku, supplier, reported, on_hand, reserved, unit_cost, lead_days, changed_at)
select s.sku, s.supplier, 100000, 100000, coalesce(r.open, 0), 4.10, 2, now()
from (select 'SKU-' || n as sku, supplier
      from generate_series(0, 49999) n cross join unnest(array['north', 'south', 'west']) supplier) s
left join (select sku, supplier, sum(open) as open from reservation where open > 0 group by sku, supplier) r
  on r.sku = s.sku and r.supplier = s.supplier;

insert into pushed_stock (channel, sku, quantity, at)
select channel, 'SKU-' || n, 100, now()
from generate_series(0, 49999) n cross join unnest(array['amazon', 'ebay', 'shop', 'walmart']) channel;

insert into alert (at, kind, key, order_id, text)
select now(), 'late', 'late:' || n, :orders - n * 3, 'Order ' || (:orders - n * 3) || ' is late.'
from generate_series(0, 40) n;

select setval('customer_order_id', :orders + 1), setval('order_line_id', 2 * :orders + 1),
       setval('shipment_id', 1000000 + 2 * :orders + 1), setval('reservation_id', 2 * :orders + 1),
       setval('package_id', 2 * :orders + 1),
       setval(pg_get_serial_sequence('document', 'id'), 3 * :orders + 1);
