-- Large files stand here in parts, beside a document whose content is empty: neither side ever holds one whole.
create table document_part (
  document_id  bigint not null references document on delete cascade deferrable initially deferred,
  number       integer not null,
  content      bytea not null,
  primary key (document_id, number)
);
alter table document_part alter column content set storage external;

-- No index on what changes: an offer's update stays in its page.
drop index offer_changed;
alter table offer set (fillfactor = 85);

-- The SKUs whose availability a transaction may have changed, a row a transaction. Rows are only added by those who
-- change, and read in the order of transactions, once all before them have ended.
create table stock_change (
  transaction  xid8 not null default pg_current_xact_id(),
  at           timestamptz not null,
  skus         text[] not null
);
create index stock_change_transaction on stock_change (transaction);
create index stock_change_at on stock_change using brin (at);

-- When each supplier last said what it has, and since when that is too old to count.
create table supplier_stock (
  supplier  text primary key,
  heard_at  timestamptz not null,
  stale_at  timestamptz
);
insert into supplier_stock (supplier, heard_at) select supplier, max(changed_at) from offer group by supplier;

-- What a channel has sold since it was last told what there is.
alter table pushed_stock add column sold integer not null default 0;

-- What each channel has sold that was not there, and the units that are kept from it since.
create table oversell (
  channel  text not null,
  sku      text not null,
  times    integer not null,
  units    integer not null,
  learned  integer not null,
  last_at  timestamptz not null,
  primary key (channel, sku)
);
