-- X12 and EDIFACT: what was sent and received, by control numbers.

-- parent_id: the file that a document is a part of. part: where in it a line begins, by which it is found again.
alter table document add column parent_id bigint references document, add column part text;
create index document_parent on document (parent_id) where parent_id is not null;
update document set parent_id = split_part(key, ':', 2)::bigint, part = name where kind = 'supplier-file-line';

-- The control number that is allotted next. what: interchange, group, set; received: the one that is expected next.
create table control_number (
  supplier  text not null,
  what      text not null check (what in ('interchange', 'group', 'set', 'received')),
  next      bigint not null,
  primary key (supplier, what)
);

-- An interchange that we wrote. answer_by: when its functional acknowledgment is due; empty once that was looked at.
create table sent_interchange (
  id             bigint generated always as identity primary key,
  supplier       text not null,
  control        bigint not null,
  group_control  bigint not null,
  type           text not null,
  document_id    bigint not null references document,
  at             timestamptz not null,
  sent_at        timestamptz,
  answer_by      timestamptz,
  outcome        text check (outcome in ('accepted', 'acceptedWithErrors', 'partlyAccepted', 'rejected')),
  answer_id      bigint references document,
  answered_at    timestamptz
);
create index sent_interchange_control on sent_interchange (supplier, control);
create index sent_interchange_group on sent_interchange (supplier, group_control);
create index sent_interchange_document on sent_interchange (document_id);
create index sent_interchange_unanswered on sent_interchange (answer_by) where answer_by is not null;

-- A set or message of it, and the purchase order that it is about.
create table sent_set (
  interchange_id  bigint not null references sent_interchange,
  control         bigint not null,
  po_number       text not null,
  outcome         text,
  faults          text,
  primary key (interchange_id, control)
);
create index sent_set_purchase_order on sent_set (po_number);

-- An interchange that came. digest: of its content, whatever its line breaks. position: in its file, from 1.
create table received_interchange (
  id           bigint generated always as identity primary key,
  supplier     text not null,
  control      text not null,
  digest       text not null,
  document_id  bigint not null references document,
  position     integer not null,
  status       text not null check (status in ('opened', 'repeated', 'ignored', 'refused')),
  at           timestamptz not null
);
create index received_interchange_control on received_interchange (supplier, control);

-- A set or message of it, which is a document of its own.
create table received_set (
  document_id     bigint primary key references document,
  interchange_id  bigint not null references received_interchange,
  group_control   text not null,
  control         text not null,
  type            text not null
);
create index received_set_interchange on received_set (interchange_id);

-- A control number that was passed over. told_at: when somebody was told; the row goes when it comes.
create table missing_interchange (
  supplier    text not null,
  control     bigint not null,
  noticed_at  timestamptz not null,
  told_at     timestamptz,
  primary key (supplier, control)
);
create index missing_interchange_untold on missing_interchange (supplier, noticed_at) where told_at is null;
