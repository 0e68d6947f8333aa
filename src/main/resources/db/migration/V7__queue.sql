-- A queue that is too long for one transaction is served on from the place that was looked at last. A row without a
-- place begins at the front again.
alter table restock
  add column after_priority integer,
  add column after_promised_at timestamptz,
  add column after_id bigint,
  add check (num_nulls(after_priority, after_promised_at, after_id) in (0, 3));

-- By the order in which a queue is served, so that it is read on from any place.
drop index backorder_queue;
create index backorder_queue on backorder (sku, (-priority), promised_at, id) where quantity > 0;

-- The shipments of an order that still take lines, of all that there ever were.
create index shipment_open on shipment (order_id) where state = 'planned';

-- Why the other side no longer wanted the effect of a delivery that is done.
alter table delivery add column note text;
