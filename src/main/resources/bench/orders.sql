-- Orders :from to :to of a year of :orders, as a hub that has run for a year has them: the newest three of a hundred are
-- open (a third each waits for stock, has been sent to its supplier, is acknowledged), the others have shipped. Every
-- tenth is split over two suppliers, a few SKUs sell much more than others. Ids follow from the order's number, so that
-- each table is filled by itself: lines, shipments, reservations and packages 2n - 1 and 2n, documents n, :orders + n / 20
-- (purchase orders) and 2 * :orders + n / 20 (ship notices).
create temporary table sold on commit drop as
select n,
       (array['amazon', 'ebay', 'shop', 'walmart'])[1 + n % 4] as channel,
       now() - (:orders - n) * interval '365 days' / :orders as at,
       (array['Ada', 'Ben', 'Chloé', 'Dev', 'Élise', 'Finn', 'Güler', 'Hana', 'Ivo', 'Jun'])[1 + n % 10] as first_name,
       (array['Abbott', 'Baker', 'Cruz', 'Dubois', 'Eriksen', 'Fischer', 'Gupta', 'Hoang', 'Ito', 'Jansen', 'Kaya',
              'Lopez', 'Meyer', 'Novak', 'Okafor', 'Popov', 'Quinn', 'Rossi', 'Sato', 'Tran'])[1 + n / 10 % 20]
         || (array['', 'son', 'ova', 'berg', 'mann', 'sen', 'ez', 'oğlu', 'ström', 'field'])[1 + n / 200 % 10] as last_name,
       'SKU-' || floor(50000 * power(n * 7919::bigint % 1000003 / 1000003.0, 3)) as sku,
       'SKU-' || floor(50000 * power(n * 104729::bigint % 1000003 / 1000003.0, 3)) as other_sku,
       (array['north', 'south', 'west'])[1 + n % 3] as supplier,
       (array['north', 'south', 'west'])[1 + (n + 1) % 3] as other_supplier,
       n % 5 < 2 as two_lines,
       n % 10 = 0 as split,
       case when n <= :orders * 97 / 100 then 'shipped'
            else (array['backordered', 'sent', 'acknowledged'])[1 + n % 3] end as state
from generate_series(:from, :to) as n;

insert into customer_order (id, channel, number, external_id, revision, placed_at, received_at, currency, customer,
                            ship_to, country, ended_at)
select n, channel, upper(left(channel, 2)) || '-' || n, 'x' || n, '1', at - interval '2 minutes', at, 'USD',
       jsonb_build_object('name', first_name || ' ' || last_name,
                          'email', lower(last_name) || '.' || n || '@example.com',
                          'phone', '', 'locale', 'en', 'classes', '[]'::jsonb),
       jsonb_build_object('name', first_name || ' ' || last_name, 'company', '', 'address1', n % 900 || ' Main Street',
                          'address2', '', 'city', 'Springfield', 'state', 'IL', 'postalCode', '62701', 'country', 'US',
                          'phone', ''),
       'US', case when state = 'shipped' then at + interval '2 days' end
from sold;

create temporary table sold_line on commit drop as
select 2 * n - 1 as id, '1' as line, 1 as quantity, sku as its_sku, supplier as its_supplier,
       2 * n - 1 as shipment, s.*
from sold s
union all
select 2 * n, '2', 2, other_sku, case when split then other_supplier else supplier end,
       case when split then 2 * n else 2 * n - 1 end, s.*
from sold s where two_lines;

insert into order_line (id, order_id, line, external_id, sku, title, unit_price, ordered, sent, acknowledged, shipped,
                        backordered)
select id, n, line, 'x' || id, its_sku, 'Thing ' || its_sku, 9.90, quantity,
       case when state = 'sent' then quantity else 0 end, case when state = 'acknowledged' then quantity else 0 end,
       case when state = 'shipped' then quantity else 0 end, case when state = 'backordered' then quantity else 0 end
from sold_line;

insert into backorder (order_id, order_line_id, sku, quantity, priority, promised_at, supplier, eta, eta_source, notify_at,
                       cancel_at, first_quantity)
select n, id, its_sku, quantity, 0, at, its_supplier, current_date + (n % 20 - 5)::integer, 'advice',
       now() + interval '60 days', now() + interval '90 days', quantity
from sold_line where state = 'backordered';
-- One order in twenty has waited, and has been served.
insert into backorder (order_id, order_line_id, sku, quantity, priority, promised_at, supplier, eta, eta_source, notify_at,
                       cancel_at, first_quantity, released)
select n, id, its_sku, 0, 0, at, its_supplier, at::date, 'advice', at + interval '7 days', at + interval '14 days', quantity,
       quantity
from sold_line where state = 'shipped' and n % 20 = 7;

insert into document (id, direction, kind, account, key, name, content, status, at, settled_at)
overriding system value
select n, 'in', 'order', channel, 'order:' || channel || ':' || n || ':1', upper(left(channel, 2)) || '-' || n,
       convert_to(jsonb_build_object('number', upper(left(channel, 2)) || '-' || n, 'lines',
         jsonb_build_array(jsonb_build_object('sku', sku, 'quantity', 1)))::text, 'UTF8'), 'applied', at, at
from sold
union all
select :orders + n / 20, 'out', 'purchase-order', supplier, 'purchase-order:' || supplier || ':PO-' || n || '.csv',
       'PO-' || n || '.csv', convert_to('po_number,line,sku,quantity' || chr(10), 'UTF8'), 'sent', at, at
from sold where n % 20 = 0
union all
select 2 * :orders + n / 20, 'in', 'supplier-file', supplier, 'supplier-file:' || supplier || ':ASN-' || n || '.csv',
       'ASN-' || n || '.csv', convert_to('po_number,line,sku,quantity,carrier,tracking_number' || chr(10), 'UTF8'),
       case when n > :orders * 97 / 100 and n % 200 = 0 then 'quarantined' else 'applied' end,
       at + interval '1 day', at + interval '1 day'
from sold where n % 20 = 0;
update document set fault = name || ': line 2: this purchase order is not known', cure = 'Ask the supplier.'
where id between 2 * :orders + :from / 20 and 2 * :orders + :to / 20 and status = 'quarantined';

insert into shipment (id, order_id, supplier, po_number, state, leaves_at, document_id, created_at, sent_at)
select distinct on (shipment) 1000000 + shipment, n, its_supplier, 'PO' || shipment,
       case when state = 'shipped' then 'closed' else 'sent' end, at, :orders + (n + 19) / 20, at, at
from sold_line where state <> 'backordered';

insert into reservation (id, shipment_id, order_line_id, supplier, sku, line_number, promised, open, acknowledged, shipped)
select id, 1000000 + shipment, id, its_supplier, its_sku, line::integer, quantity,
       case when state = 'shipped' then 0 else quantity end, case when state = 'acknowledged' then quantity else 0 end,
       case when state = 'shipped' then quantity else 0 end
from sold_line where state <> 'backordered';

insert into package (id, shipment_id, reference, carrier, tracking, shipped_at)
select distinct on (shipment) shipment, 1000000 + shipment, 'PO' || shipment || ':1', 'UPS', '1Z' || shipment,
       at + interval '1 day'
from sold_line where state = 'shipped';
insert into package_line (package_id, reservation_id, quantity)
select shipment, id, quantity from sold_line where state = 'shipped';

insert into delivery (kind, account, key, order_id, document_id, payload, state, attempts, at, done_at, fault)
select 'purchase-order', supplier, 'purchase-order:' || supplier || ':PO-' || n || '.csv', null, :orders + n / 20, '{}'::jsonb,
       'done', 1, at, at, null
from sold where n % 20 = 0
union all
select 'mail', 'mail', 'mail:received:' || n, n, null, '{}'::jsonb, 'done', 1, at, at, null from sold
union all
select 'mail', 'mail', 'mail:shipped:' || n, n, null, '{}'::jsonb, 'done', 1, at + interval '1 day', at + interval '1 day', null
from sold where state = 'shipped'
union all
select 'tracking', channel, 'tracking:' || n, n, null, '{}'::jsonb,
       case when n > :orders * 96 / 100 and n % 200 = 1 then 'quarantined' else 'done' end, 1,
       at + interval '1 day', at + interval '1 day',
       case when n > :orders * 96 / 100 and n % 200 = 1 then '422: this carrier is not known' end
from sold where state = 'shipped';

insert into timeline (order_id, at, what, text)
select n, at, 'order-received', 'Order ' || n || ' came from ' || channel || '.' from sold
union all
select n, at, 'planned', 'Planned with ' || supplier || '.' from sold where state <> 'backordered'
union all
select n, at, 'backordered', 'Waits for stock.' from sold where state = 'backordered'
union all
select n, at, 'sent', 'Purchase order sent to ' || supplier || '.' from sold where state <> 'backordered'
union all
select n, at + interval '1 day', 'shipped', 'Shipped by UPS.' from sold where state = 'shipped';
