-- A bill of the former billing system that was still open: `taken_over_on` is the day as of which it was taken over.
-- It keeps its old number. `paid_before_minor`: what had been paid of it by then, without a payment here.
alter table invoice
  add column taken_over_on     date,
  add column paid_before_minor bigint not null default 0 check (paid_before_minor between 0 and paid_minor),
  add check (paid_before_minor = 0 or taken_over_on is not null);
create index on invoice (customer_id) where taken_over_on is not null;

-- Days that the former billing system has billed have no invoice here.
alter table billed_period alter column invoice_id drop not null;

-- One row per number that the former billing system gave to a document that was taken over: none of ours may repeat it.
create table foreign_number (
  kind   text not null references number_series,
  number text not null,
  primary key (kind, number)
);
