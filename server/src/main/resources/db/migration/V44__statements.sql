-- One row per statement of account that is mailed: its PDF is drawn once and kept.
create table statement (
  id               uuid primary key,
  customer_id      uuid not null references customer,
  currency         char(3) not null,
  from_on          date not null,
  to_on            date not null,
  -- The last transfer that it shows, whatever is booked while it is drawn; null when there was none.
  last_transfer_id uuid,
  -- Owed on the last day, as the mail says it.
  closing_minor    bigint not null,
  -- Who gets it; null for whoever gets the customer's papers.
  recipients       text[] check (cardinality(recipients) > 0),
  -- Whether it was made by itself, for a whole month.
  monthly          boolean not null,
  created_at       timestamptz not null default now(),
  check (from_on <= to_on)
);
create unique index statement_of_month on statement (customer_id, currency, from_on) where monthly;
create index on statement (customer_id, id);

alter table document_file drop constraint document_file_kind_check;
alter table document_file add constraint document_file_kind_check
  check (kind in ('INVOICE', 'CREDIT_NOTE', 'CANCELLATION', 'RECEIPT', 'REFUND', 'STATEMENT'));

-- Mails of refunds were forgotten.
alter table mail drop constraint mail_document_kind_check;
alter table mail add constraint mail_document_kind_check
  check (document_kind in ('INVOICE', 'CREDIT_NOTE', 'CANCELLATION', 'RECEIPT', 'REFUND', 'STATEMENT'));
