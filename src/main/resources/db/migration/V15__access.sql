-- Who may use the console and the API, and who did what there.
create table app_user (
  id             bigint generated always as identity primary key,
  name           text not null,
  password_hash  text not null,
  role           text not null check (role in ('viewer', 'operator', 'admin')),
  enabled        boolean not null default true,
  created_at     timestamptz not null,
  changed_at     timestamptz not null
);
create unique index app_user_name on app_user (lower(name));

-- A browser holds the token, the database only its hash: whoever reads this table can log in as nobody.
create table user_session (
  token_hash  text primary key,
  user_id     bigint not null references app_user on delete cascade,
  csrf        text not null,
  said        text not null default '',
  problem     text not null default '',
  begun_at    timestamptz not null,
  seen_at     timestamptz not null
);
create index user_session_user on user_session (user_id);
create index user_session_seen on user_session (seen_at);

-- What needs a person is shown until somebody has seen to it.
alter table alert add column settled_at timestamptz, add column settled_by text;
create index alert_open on alert (id) where settled_at is null;

-- The console counts by the hour what came and went; rows are written in the order of these times.
create index customer_order_received on customer_order (received_at);
create index shipment_sent on shipment (sent_at) where sent_at is not null;
create index package_shipped on package (shipped_at);

-- Failed logins, by name and by address, so that passwords cannot be guessed one after the other.
create table login_failure (
  id       bigint generated always as identity primary key,
  at       timestamptz not null,
  name     text not null,
  address  text not null
);
create index login_failure_name on login_failure (name, at);
create index login_failure_address on login_failure (address, at);

-- What people have done. Rows are only added.
create table audit (
  id       bigint generated always as identity primary key,
  at       timestamptz not null,
  who      text not null,
  what     text not null,
  subject  text not null,
  detail   text not null default ''
);
create index audit_subject on audit (subject, id);

-- What the console searches by, and the lists that it pages through.
create index customer_order_number on customer_order (lower(number));
create index customer_order_email on customer_order (lower(customer ->> 'email'));
create index customer_order_name on customer_order using gin (to_tsvector('simple', customer ->> 'name'));
create index customer_order_channel on customer_order (channel, id);
create index customer_order_ended on customer_order (id) where ended_at is not null;
create index order_line_sku on order_line (sku, order_id);
create index package_tracking on package (tracking);
create index package_more_tracking on package using gin (more_tracking);
create index document_account on document (account, id);
create index document_kind on document (kind, id);
create index document_name on document (name text_pattern_ops);
create index document_rare on document (id) where status in ('ignored', 'ready');
create index document_at on document (at);
create index delivery_account on delivery (account, id);
create index delivery_document on delivery (document_id) where document_id is not null;
create index shipment_supplier on shipment (supplier, id) where sent_at is not null;
create index invoice_supplier on invoice (supplier, id);
