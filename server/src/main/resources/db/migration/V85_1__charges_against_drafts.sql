-- One row per charge that is made before what it pays for: that is billed only once the money has come in.
create table draft_charge (
  id              uuid primary key,
  customer_id     uuid not null references customer,
  subscription_id uuid not null references subscription,
  -- What is done with the money.
  act             text not null check (act in ('TRIAL_END')),
  -- What the draft came to with tax when the charge began; account credit pays a part of it.
  currency        char(3) not null,
  total_minor     bigint not null check (total_minor > 0),
  payment_id      uuid not null unique references payment,
  -- Whether the payer is asked to confirm it, because the bank refused to do without.
  asks_payer      boolean not null,
  state           text not null check (state in ('CHARGING', 'POSTED', 'DROPPED')),
  -- What the draft became.
  invoice_id      uuid unique references invoice,
  -- Why the draft was dropped, in words.
  reason          text,
  created_at      timestamptz not null default now(),
  check ((state = 'POSTED') = (invoice_id is not null)),
  check ((state = 'DROPPED') = (reason is not null))
);
create unique index on draft_charge (subscription_id) where state = 'CHARGING';
create index on draft_charge (customer_id);
create index on draft_charge (subscription_id);

alter table subscription
  -- Whether its trial is over and the first period is being charged.
  add column trial_charging boolean not null default false,
  add check (not trial_charging or phase = 'TRIAL');
