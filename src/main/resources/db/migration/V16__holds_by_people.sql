-- Orders that a person holds, besides what their channel says; customer_order.hold_reason stands for either. A row goes
-- when the order is released.
create table person_hold (
  order_id  bigint primary key references customer_order,
  who       text not null,
  why       text not null,
  at        timestamptz not null
);
