-- When the personal data of an order, or the content of a document, was erased. What is due is found by the end of the
-- orders; documents, deliveries and alerts that belong to none are passed through once, by their ids.
alter table customer_order add column erased_at timestamptz;
create index customer_order_to_erase on customer_order (ended_at) where ended_at is not null and erased_at is null;

alter table document add column erased_at timestamptz;

create table erasure (
  what     text primary key,
  last_id  bigint not null
);

-- The trace that began when the order was taken in, as W3C's traceparent; null while traces are off.
alter table customer_order add column trace text;
