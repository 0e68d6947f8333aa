-- What a channel last said of an order. hold_reason: nothing of it is given out; hold_seen: the channel says that it is
-- on hold; channel_updated_at: when the channel changed it last, as far as it says so.
alter table customer_order
  add column hold_reason text,
  add column hold_since timestamptz,
  add column hold_seen boolean not null default false,
  add column channel_updated_at timestamptz;
create index customer_order_on_hold on customer_order (id) where hold_reason is not null;

-- What a channel last said of a line: the most units that it ever called ordered (empty: taken in before it was asked),
-- those that it calls cancelled by now, and those that it called so when the line was met. missing: the channel no
-- longer names the line.
alter table order_line
  add column channel_quantity integer,
  add column channel_cancelled integer not null default 0,
  add column cancelled_before integer not null default 0,
  add column missing boolean not null default false;

-- How long the order of a wait was on hold while it waited: so much later are its dates.
alter table backorder add column paused_seconds bigint not null default 0;

-- The newest document of an order tells whether a change is one, or was here before and came back.
create index document_of_order on document (account, name, id) where kind = 'order';

-- Orders that were cancelled before the hub met them: an older revision of them that comes late is not taken in.
create table cancelled_unmet (
  channel     text not null,
  number      text not null,
  updated_at  timestamptz not null,
  primary key (channel, number)
);
