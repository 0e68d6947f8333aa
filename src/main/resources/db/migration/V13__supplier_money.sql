-- What a purchase order said that a unit costs, and what its supplier has answered since; empty: nothing else.
-- held_at: the supplier says neither yes nor no since then, and its time to answer has ended by that.
alter table reservation
  add column asked_cost numeric,
  add column asked_currency text,
  add column answered_cost numeric,
  add column held_at timestamptz;

-- The tracking numbers of a package beside the one that names it, and its serial shipping container code.
alter table package
  add column more_tracking text[] not null default '{}',
  add column sscc text not null default '';
alter table stray_parcel
  add column more_tracking text[] not null default '{}',
  add column sscc text not null default '';

-- What suppliers want to be paid, as they have said it. digest: of all that it says, to know it when it comes again.
-- credit: it gives money back.
create table invoice (
  id           bigint generated always as identity primary key,
  supplier     text not null,
  number       text not null,
  document_id  bigint not null references document,
  credit       boolean not null,
  invoiced_on  date not null,
  currency     text not null,
  charges      numeric not null,
  total        numeric not null,
  digest       text not null,
  at           timestamptz not null,
  unique (supplier, number)
);

-- reservation_id: the purchase order line that it bills; empty: there is none. counted: the units by which it raises
-- what is billed of that line, below 0 for a credit.
create table invoice_line (
  id              bigint generated always as identity primary key,
  invoice_id      bigint not null references invoice,
  po_number       text not null,
  line            integer not null,
  code            text not null,
  quantity        integer not null,
  unit_price      numeric not null,
  reservation_id  bigint references reservation,
  counted         integer not null
);
create index invoice_line_invoice on invoice_line (invoice_id);
create index invoice_line_reservation on invoice_line (reservation_id) where reservation_id is not null;
create index invoice_line_po_number on invoice_line (po_number);

-- Where an invoice is not what was agreed. amount: how much more it asks for by that, below 0 for less, in the
-- invoice's currency; empty where nobody can say.
create table invoice_difference (
  id          bigint generated always as identity primary key,
  invoice_id  bigint not null references invoice,
  po_number   text not null,
  line        integer not null,
  kind        text not null
    check (kind in ('not-ordered', 'price', 'above-shipped', 'billed-twice', 'above-billed', 'currency', 'total')),
  amount      numeric,
  text        text not null
);
create index invoice_difference_invoice on invoice_difference (invoice_id);
