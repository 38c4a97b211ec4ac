-- One row per file from another billing system: what is to come out of it, and what did.
create table take_over (
  import_id       uuid primary key references customer_import,
  -- The last day of the former system; null before the check.
  as_of           date,
  -- What the former system says it adds up to, one entry per currency.
  controls        jsonb not null default '[]',
  -- Why the run went on though the figures differ from that.
  acknowledgement text,
  acknowledged_by text,
  finished_at     timestamptz,
  undone_at       timestamptz,
  undone_by       text,
  undo_reason     text,
  check ((acknowledgement is null) = (acknowledged_by is null)),
  check (num_nonnulls(undone_at, undone_by, undo_reason) in (0, 3))
);

-- One row per row of such a file that could be read. `made_id`: the invoice, balance or subscription that came of it.
create table take_over_row (
  import_id    uuid not null,
  line         integer not null,
  kind         text not null check (kind in ('OPEN_INVOICES', 'OPENING_BALANCES', 'NEXT_BILLING_DATES')),
  customer_id  uuid not null references customer,
  -- What may be taken over once only: a number, a customer's currency, a subscription.
  key          text not null,
  currency     char(3) not null,
  -- Above zero what the customer owes, below zero what is owed to them.
  amount_minor bigint not null,
  body         jsonb not null,
  made_id      uuid,
  undone       boolean not null default false,
  -- Of a subscription as it was before.
  before       jsonb,
  primary key (import_id, line),
  foreign key (import_id, line) references import_row,
  check (not undone or made_id is not null)
);
create unique index take_over_once on take_over_row (kind, key) where made_id is not null and not undone;
create index on take_over_row (import_id, key);
create index on take_over_row (made_id) where made_id is not null;
