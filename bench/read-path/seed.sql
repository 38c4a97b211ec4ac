-- 2,000 customers, each with 20 paid invoices of 5 lines: what both servers read.
insert into seller (id, version, content)
values ('00000000-0000-7000-8000-000000000001', -1,
        '{"name": "Bench Ltd", "address": {"line1": "1 Main Street", "city": "London", "country": "GB"}}')
on conflict do nothing;

insert into customer (id, external_id, name, email, payment_kind, due_days, currency)
select md5('customer' || c)::uuid, 'bench-' || c, 'Customer number ' || c, 'customer' || c || '@example.com', 'INVOICE', 14, 'EUR'
  from generate_series(1, 2000) c;

insert into invoice (id, number, customer_id, currency, status, net_minor, tax_minor, total_minor, paid_minor,
                     issued_on, due_on, seller_id, buyer)
select md5('invoice' || c || '-' || i)::uuid, 'BENCH-' || c || '-' || i, md5('customer' || c)::uuid, 'EUR', 'PAID',
       10000 + 15 * (c % 100), 0, 10000 + 15 * (c % 100), 10000 + 15 * (c % 100),
       date '2025-01-15' + i * 30, date '2025-01-29' + i * 30, '00000000-0000-7000-8000-000000000001',
       jsonb_build_object('name', 'Customer number ' || c)
  from generate_series(1, 2000) c, generate_series(1, 20) i;

insert into invoice_line (id, invoice_id, position, kind, description, quantity, unit_price, net_minor, service_period, explanation)
select md5('line' || c || '-' || i || '-' || l)::uuid, md5('invoice' || c || '-' || i)::uuid, l, 'MANUAL',
       'Service number ' || l || ' of the month', l, 20 + c % 100 * 0.01, 2000 + l,
       daterange(date '2025-01-15' + i * 30, date '2025-02-14' + i * 30), '{}'
  from generate_series(1, 2000) c, generate_series(1, 20) i, generate_series(1, 5) l;

analyze customer, invoice, invoice_line;
