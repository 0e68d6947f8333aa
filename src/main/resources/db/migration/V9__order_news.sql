-- News of an order that waits to be fetched: further news of the same order find it, and add nothing; and while an order
-- is being fetched, its next news wait.
create index delivery_order_news on delivery (account, (payload ->> 'order'))
  where kind = 'order-news' and state in ('owed', 'sending');
