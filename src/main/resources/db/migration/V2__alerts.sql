-- What somebody at the merchant's should know of soon. The key makes a second raising a no-op.
create table alert (
  id        bigint generated always as identity primary key,
  at        timestamptz not null,
  kind      text not null,
  key       text not null unique,
  order_id  bigint references customer_order,
  text      text not null,
  told_at   timestamptz
);
create index alert_untold on alert (id) where told_at is null;
create index alert_order on alert (order_id);
