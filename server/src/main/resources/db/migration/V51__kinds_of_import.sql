-- The same upload, check and run serve several kinds of files; what their rows become differs.
alter table customer_import
  add column kind text not null default 'CUSTOMERS'
    check (kind in ('CUSTOMERS', 'OPEN_INVOICES', 'OPENING_BALANCES', 'NEXT_BILLING_DATES'));
alter table customer_import alter column kind drop default;
create index on customer_import (kind, id desc);
