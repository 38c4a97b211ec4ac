-- One row per invoice that is being written by hand. It has no number; posted, its id is the invoice's and the row is gone.
create table invoice_draft (
  id          uuid primary key,
  customer_id uuid not null references customer,
  currency    char(3) not null,
  -- What was entered; what it comes to is computed whenever it is looked at.
  entry       jsonb not null,
  version     bigint not null default 1,
  created_at  timestamptz not null default now(),
  changed_at  timestamptz not null default now()
);
create index on invoice_draft (customer_id, id desc);
