-- The one door to the bill run: whoever opens or resumes a run holds this row.
create table bill_run_door (
  id boolean primary key default true check (id)
);
insert into bill_run_door default values;

-- One row per pass over all that is due.
create table bill_run (
  id            uuid primary key,
  kind          text not null check (kind in ('DRY', 'POST')),
  -- The business day up to which periods are billed.
  day           date not null,
  -- The billing zone of a nightly run; null for all.
  zone          text,
  started_by    text not null,
  started_at    timestamptz not null default now(),
  finished_at   timestamptz,
  due           integer not null default 0,
  done          integer not null default 0,
  invoice_count integer not null default 0,
  parked_count  integer not null default 0,
  -- Who works on it, and until when he has to say that he still does.
  worker        uuid not null,
  leased_until  timestamptz not null
);
create unique index bill_run_unfinished on bill_run (kind) where finished_at is null;
create index on bill_run (started_at desc, id desc);

-- One row per run and currency.
create table bill_run_total (
  bill_run_id uuid not null references bill_run,
  currency    char(3) not null,
  total_minor bigint not null,
  primary key (bill_run_id, currency)
);

-- One row per invoice that a dry run proposes.
create table bill_proposal (
  id            uuid primary key,
  bill_run_id   uuid not null references bill_run,
  customer_id   uuid not null references customer,
  customer_name text not null,
  currency      char(3) not null,
  line_count    integer not null,
  net_minor     bigint not null,
  tax_minor     bigint not null,
  total_minor   bigint not null check (total_minor = net_minor + tax_minor)
);
create index on bill_proposal (bill_run_id, lower(customer_name), id);

-- One row per customer that no run bills until somebody has looked at it.
create table parked_customer (
  customer_id   uuid primary key references customer,
  customer_name text not null,
  reason        text not null check (reason <> ''),
  parked_at     timestamptz not null default now()
);
create index on parked_customer (lower(customer_name), customer_id);
