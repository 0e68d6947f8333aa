-- Who is told by webhooks of what happens. The secrets are encrypted; the older one signs beside the new one until its
-- time is over. about_orders: some of what it wants happens to orders. What keeps receivers apart: one hub at a time
-- serves a subscription (claimed), and one that fails is left in peace for a while (quiet_until). Those, and the times
-- of success and failure, run by the database's clock.
create table subscription (
  name              text primary key,
  url               text not null,
  events            text[] not null,
  about_orders      boolean not null,
  secret            bytea not null,
  old_secret        bytea,
  old_secret_until  timestamptz,
  paused            boolean not null default false,
  paused_why        text not null default '',
  created_at        timestamptz not null,
  created_by        text not null,
  succeeded_at      timestamptz,
  failed_at         timestamptz,
  fault             text not null default '',
  failing_since     timestamptz,
  failures          integer not null default 0,
  quiet_until       timestamptz,
  claimed_by        text,
  claimed_until     timestamptz
);

-- What has happened, as subscribers are told it. sequence: in the order in which it was committed. Here and below no
-- order is referenced by a key: whoever writes events would wait for whoever has an order locked.
create table event (
  sequence  bigint generated always as identity primary key,
  id        text not null unique,
  type      text not null,
  at        timestamptz not null,
  order_id  bigint,
  data      jsonb not null
);
create index event_at on event (at);

-- Orders to which something may have happened that somebody wants to know. Rows are only added by whoever changes the
-- order, in the same transaction, and only deleted by whoever tells of it.
create table event_mark (
  id        bigint generated always as identity primary key,
  order_id  bigint not null,
  at        timestamptz not null
);

-- Each order as subscribers have last been told of it: what differs from it is what has happened.
create table told_order (
  order_id  bigint primary key,
  state     jsonb not null,
  ended_at  timestamptz
);
create index told_order_ended on told_order (ended_at) where ended_at is not null;

-- Since when orders are watched; no row while nobody wants to know of them.
create table order_watch (
  one    boolean primary key default true check (one),
  since  timestamptz not null
);

-- What a receiver is still owed of one order keeps what came later of it waiting.
create index delivery_webhook_order on delivery (account, (payload ->> 'order'), id)
  where kind = 'webhook' and state in ('owed', 'sending');
