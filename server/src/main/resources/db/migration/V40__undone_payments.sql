-- An allocation that was undone stays, and pays nothing any more.
alter table allocation add column if not exists undone_on date;
-- What the payment's receipt shows: what it paid when it came in, whatever was undone or added since.
alter table allocation add column receipted boolean not null default false;
update allocation set receipted = true where payment_id is not null;
create index on allocation (customer_id, id) where undone_on is null;

-- A payment that was put back to New keeps its receipt. A top-up is money for no invoice yet.
alter table payment
  add column purpose         text not null default 'INVOICES' check (purpose in ('INVOICES', 'TOP_UP')),
  add column reversed_on     date,
  add column reversal_reason text;
alter table payment drop constraint payment_status_check;
alter table payment drop constraint payment_check;
alter table payment
  add constraint payment_status_check
    check (status in ('REQUIRES_ACTION', 'PROCESSING', 'SUCCEEDED', 'DECLINED', 'REVERSED')),
  add constraint payment_receipt_check check ((status in ('SUCCEEDED', 'REVERSED')) = (number is not null)),
  add constraint payment_reversal_check
    check ((status = 'REVERSED') = (reversed_on is not null) and (reversed_on is null) = (reversal_reason is null));
