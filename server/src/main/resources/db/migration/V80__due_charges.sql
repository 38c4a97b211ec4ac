-- One row per invoice that is charged by itself, left behind by the transaction that posted it.
create table due_charge (
  id           uuid primary key,
  invoice_id   uuid not null unique references invoice,
  customer_id  uuid not null references customer,
  state        text not null check (state in ('DUE', 'CHARGING', 'PAID', 'FAILED', 'DROPPED')),
  -- The latest payment that was begun for it.
  payment_id   uuid unique references payment,
  decline_code text,
  -- Why it was given up, in words.
  reason       text,
  -- Until then it is in a worker's hands, or there is no use in looking again.
  leased_until timestamptz not null default now(),
  created_at   timestamptz not null default now(),
  check ((state = 'CHARGING') <= (payment_id is not null)),
  check ((state = 'FAILED') = (decline_code is not null)),
  check ((state = 'DROPPED') = (reason is not null))
);
create index on due_charge (leased_until) where state = 'DUE';
create index on due_charge (customer_id, state);
