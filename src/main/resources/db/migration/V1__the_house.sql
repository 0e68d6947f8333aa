-- One schema for everything that must not be lost. Money is numeric, time is timestamptz, quantities are units.

-- A document is one received or sent file or message, kept as it came. Its key makes a second arrival a no-op.
create table document (
  id          bigint generated always as identity primary key,
  direction   text not null check (direction in ('in', 'out')),
  kind        text not null,
  account     text not null,
  key         text not null unique,
  name        text not null,
  content     bytea not null,
  status      text not null check (status in ('received', 'applied', 'ignored', 'quarantined', 'ready', 'sent')),
  fault       text,
  cure        text,
  at          timestamptz not null,
  settled_at  timestamptz
);
create index document_received on document (kind, account, id) where status = 'received';
create index document_quarantined on document (id) where status = 'quarantined';

-- Where each poll of a channel stands; the cursor moves only in the transaction that stores the page.
create table poll (
  channel    text not null,
  what       text not null,
  cursor     text not null,
  polled_at  timestamptz not null,
  primary key (channel, what)
);

create sequence customer_order_id as bigint;
create table customer_order (
  id           bigint primary key,
  channel      text not null,
  number       text not null,
  external_id  text not null,
  revision     text not null,
  placed_at    timestamptz not null,
  received_at  timestamptz not null,
  currency     text not null,
  customer     jsonb not null,
  ship_to      jsonb not null,
  country      text not null,
  waits_whole  boolean not null default false,
  ended_at     timestamptz,
  unique (channel, number)
);
create index customer_order_open on customer_order (id) where ended_at is null;

-- Every unit of a line is in exactly one of the seven places, at every commit: the balance.
create sequence order_line_id as bigint;
create table order_line (
  id            bigint primary key,
  order_id      bigint not null references customer_order,
  line          text not null,
  external_id   text not null,
  sku           text not null,
  title         text not null,
  unit_price    numeric not null,
  ordered       integer not null check (ordered > 0),
  held          integer not null default 0 check (held >= 0),
  planned       integer not null default 0 check (planned >= 0),
  sent          integer not null default 0 check (sent >= 0),
  acknowledged  integer not null default 0 check (acknowledged >= 0),
  shipped       integer not null default 0 check (shipped >= 0),
  backordered   integer not null default 0 check (backordered >= 0),
  cancelled     integer not null default 0 check (cancelled >= 0),
  hold_reason   text,
  cancel_held_at timestamptz,
  unique (order_id, line),
  constraint the_balance check (
    ordered = held + planned + sent + acknowledged + shipped + backordered + cancelled)
);
create index order_line_held on order_line (cancel_held_at) where held > 0;

-- What one supplier says of one SKU. reported is the supplier's own count; on_hand is never below what it has
-- been sent orders for. No oversell: what is reserved is on hand.
create table offer (
  sku               text not null,
  supplier          text not null,
  reported          integer not null check (reported >= 0),
  on_hand           integer not null check (on_hand >= 0),
  reserved          integer not null default 0 check (reserved >= 0),
  unit_cost         numeric not null,
  lead_days         integer not null,
  restock_date      date,
  restock_quantity  integer,
  changed_at        timestamptz not null,
  primary key (sku, supplier),
  constraint no_oversell check (reserved <= on_hand)
);
create index offer_changed on offer (changed_at);

create sequence shipment_id as bigint start 1000001;
create table shipment (
  id           bigint primary key,
  order_id     bigint not null references customer_order,
  supplier     text not null,
  po_number    text not null unique,
  state        text not null check (state in ('planned', 'gathered', 'sent', 'closed')),
  leaves_at    timestamptz not null,
  together     boolean not null default false,
  document_id  bigint references document,
  created_at   timestamptz not null,
  sent_at      timestamptz
);
create index shipment_order on shipment (order_id);
-- together: it waits for other orders, to be planned with them when it is due to leave.
create index shipment_leaving on shipment (leaves_at, supplier) where state = 'planned';

-- What planning waiting orders together has come to, each time that it was better than what each had before.
create table joint_planning (
  id                bigint generated always as identity primary key,
  at                timestamptz not null,
  orders            integer not null,
  shipments_before  integer not null,
  shipments_after   integer not null,
  price_before      numeric not null,
  price_after       numeric not null
);
create index shipment_document on shipment (document_id) where document_id is not null;

-- The ledger: units of one offer promised to one order line. open counts against the offer until the units
-- ship, are refused or are cancelled.
create sequence reservation_id as bigint;
create table reservation (
  id             bigint primary key,
  shipment_id    bigint not null references shipment,
  order_line_id  bigint not null references order_line,
  supplier       text not null,
  sku            text not null,
  line_number    integer not null,
  promised       integer not null check (promised > 0),
  open           integer not null check (open >= 0),
  acknowledged   integer not null default 0,
  shipped        integer not null default 0 check (shipped >= 0),
  released       integer not null default 0 check (released >= 0),
  unique (shipment_id, line_number),
  check (promised = open + shipped + released),
  check (acknowledged between 0 and open)
);
create index reservation_line on reservation (order_line_id);
create index reservation_offer on reservation (sku, supplier) where open > 0;

create sequence package_id as bigint;
create table package (
  id           bigint primary key,
  shipment_id  bigint not null references shipment,
  reference    text not null unique,
  carrier      text not null,
  tracking     text not null,
  shipped_at   timestamptz not null
);
create index package_shipment on package (shipment_id);

create table package_line (
  package_id      bigint not null references package,
  reservation_id  bigint not null references reservation,
  quantity        integer not null check (quantity > 0),
  primary key (package_id, reservation_id)
);

-- The queue: units of a line with no stock now, by SKU, in order of promise within a priority.
create table backorder (
  id             bigint generated always as identity primary key,
  order_id       bigint not null references customer_order,
  order_line_id  bigint not null references order_line,
  sku            text not null,
  quantity       integer not null check (quantity >= 0),
  priority       integer not null,
  promised_at    timestamptz not null,
  supplier       text,
  eta            date,
  notify_at      timestamptz not null,
  notified_at    timestamptz,
  cancel_at      timestamptz not null,
  first_quantity integer not null,
  released       integer not null default 0,
  cancelled      integer not null default 0,
  check (first_quantity = quantity + released + cancelled)
);
create index backorder_queue on backorder (sku, priority desc, promised_at, id) where quantity > 0;
create index backorder_order on backorder (order_id);
create index backorder_notify on backorder (notify_at) where quantity > 0 and notified_at is null;
create index backorder_cancel on backorder (cancel_at) where quantity > 0;

-- A supplier that refused a line is not asked again for it.
create table refusal (
  order_line_id  bigint not null references order_line,
  supplier       text not null,
  primary key (order_line_id, supplier)
);

-- SKUs whose free quantity rose while orders wait for them. Rows are only added by whoever holds offers locked, and
-- only deleted by whoever serves the queue: neither ever waits for the other here.
create table restock (
  id   bigint generated always as identity primary key,
  sku  text not null,
  at   timestamptz not null
);
create index restock_sku on restock (sku);

-- Offers of which more is promised than the supplier now reports: the newest promises are taken back.
create table shortfall (
  id        bigint generated always as identity primary key,
  sku       text not null,
  supplier  text not null,
  at        timestamptz not null
);
create index shortfall_offer on shortfall (sku, supplier);

-- One effect on the outside that is owed. The key is what the other side sees, so a repeat changes nothing.
create table delivery (
  id           bigint generated always as identity primary key,
  kind         text not null,
  account      text not null,
  key          text not null unique,
  order_id     bigint references customer_order,
  document_id  bigint references document,
  payload      jsonb not null,
  state        text not null check (state in ('owed', 'sending', 'done', 'quarantined')),
  attempts     integer not null default 0,
  due_at       timestamptz not null default now(),
  claimed_by   text,
  claimed_until timestamptz,
  fault        text,
  cure         text,
  at           timestamptz not null,
  done_at      timestamptz
);
create index delivery_owed on delivery (kind, account, id) where state in ('owed', 'sending');
create index delivery_quarantined on delivery (id) where state = 'quarantined';
create index delivery_order on delivery (order_id);

create table timeline (
  id        bigint generated always as identity primary key,
  order_id  bigint not null references customer_order,
  at        timestamptz not null,
  what      text not null,
  text      text not null
);
create index timeline_order on timeline (order_id, id);

-- What each channel was last told it may sell.
create table pushed_stock (
  channel   text not null,
  sku       text not null,
  quantity  integer not null,
  at        timestamptz not null,
  primary key (channel, sku)
);
