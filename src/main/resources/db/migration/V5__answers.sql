-- By when a supplier's answer to a purchase order is expected; empty once it has been looked at, or if none is.
alter table shipment add column answer_by timestamptz;
create index shipment_unanswered on shipment (answer_by) where answer_by is not null;

-- recalled: those of the open units that the supplier is asked not to ship. expected_at: when it says it will ship.
alter table reservation
  add column recalled integer not null default 0,
  add column expected_at date,
  add constraint recalled_is_open check (recalled between 0 and open);

-- A supplier is asked not to ship units. taken_back: they are no longer its own, and may be another's by now.
-- asks: a file says so; otherwise a person does.
create table recall (
  id              bigint generated always as identity primary key,
  reservation_id  bigint not null references reservation,
  supplier        text not null,
  quantity        integer not null check (quantity > 0),
  taken_back      boolean not null,
  asks            boolean not null,
  tell_channel    boolean not null,
  reason          text not null,
  at              timestamptz not null,
  document_id     bigint references document,
  answer_by       timestamptz,
  settled_at      timestamptz
);
create index recall_to_write on recall (supplier, id) where asks and document_id is null and settled_at is null;
create index recall_unanswered on recall (answer_by) where answer_by is not null and settled_at is null;
create index recall_reservation on recall (reservation_id);

-- What is in a package in the place of what was asked.
alter table package_line add column shipped_sku text;

-- Units that a supplier has shipped and that count for no order: too many, twice, or after they were cancelled.
-- open: those of them that may still count, once the supplier that was asked in the place of this one lets go of them.
-- beyond: they are more than were ever asked for.
create table stray_parcel (
  id              bigint generated always as identity primary key,
  reservation_id  bigint not null references reservation,
  reference       text not null,
  carrier         text not null,
  tracking        text not null,
  shipped_at      timestamptz not null,
  shipped_sku     text,
  quantity        integer not null check (quantity >= 0),
  open            integer not null check (open between 0 and quantity),
  beyond          boolean not null,
  at              timestamptz not null
);
create index stray_parcel_reservation on stray_parcel (reservation_id);
