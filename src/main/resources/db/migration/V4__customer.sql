-- The word in the link of an order's page. It is drawn from the database's strong random source, some 180 bits of it,
-- written as base64url; whoever has it sees this order and no other.
alter table customer_order
  add column page_token text not null default substr(translate(
    encode(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 'base64'), '+/=', '-_'), 1, 32);
create unique index customer_order_page on customer_order (page_token);

-- A line that the customer has taken in the place of units that waited.
alter table order_line add column replaces_line_id bigint references order_line;
create index order_line_replaces on order_line (replaces_line_id) where replaces_line_id is not null;

-- What the customer has chosen for what waits of a line; the unique key lets a choice take effect once. A delay that
-- is told again asks again.
create table choice (
  id             bigint generated always as identity primary key,
  order_line_id  bigint not null references order_line,
  kind           text not null check (kind in ('wait', 'cancel', 'substitute')),
  round          integer not null,
  units          integer not null check (units > 0),
  sku            text not null,
  at             timestamptz not null,
  unique (order_line_id, kind, round)
);

-- What SKUs that may stand for others are called, as channels have sold them.
create table sku_title (
  sku    text primary key,
  title  text not null
);

-- A message that came due in quiet hours is not sent before their end, by the hub's clock.
alter table delivery add column not_before timestamptz;

-- How many units of a line were no longer waiting when its customer was last told that some are back in stock, and how
-- many delays had been told by then.
alter table order_line
  add column back_told integer,
  add column back_round integer;
