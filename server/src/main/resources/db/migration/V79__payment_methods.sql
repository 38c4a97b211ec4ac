-- One row per payment method that a customer keeps: what a gateway remembers, and how people tell it from others.
create table payment_method (
  id          uuid primary key,
  customer_id uuid not null references customer,
  gateway     text not null,
  gateway_ref text not null,
  brand       text not null,
  last_four   text not null check (last_four ~ '^[0-9A-Za-z]{4}$'),
  -- The last day it can be charged; null when it does not expire.
  expires_on  date,
  -- What the customer calls it.
  name        text,
  is_default  boolean not null default false,
  created_at  timestamptz not null default now(),
  removed_at  timestamptz,
  -- When the gateway had forgotten it, too.
  forgotten_at timestamptz,
  unique (id, customer_id),
  unique (gateway, gateway_ref),
  check (not is_default or removed_at is null),
  check (forgotten_at is null or removed_at is not null)
);
create index on payment_method (customer_id, created_at, id) where removed_at is null;
create unique index payment_method_default on payment_method (customer_id) where is_default;
create index on payment_method (removed_at) where removed_at is not null and forgotten_at is null;

-- One row per wish that a card be kept; written and committed before the gateway is asked.
create table method_setup (
  id          uuid primary key,
  customer_id uuid not null references customer,
  gateway     text not null,
  card_token  text not null,
  name        text,
  make_default boolean not null,
  -- The method instead of which it is kept.
  replaces_id uuid,
  -- The gateway's own while the payer's bank is asked.
  gateway_ref text,
  action_url  text,
  state       text not null check (state in ('PLANNED', 'REQUIRES_ACTION', 'DONE', 'REFUSED')),
  refusal     text,
  method_id   uuid,
  created_at  timestamptz not null default now(),
  foreign key (replaces_id, customer_id) references payment_method (id, customer_id),
  foreign key (method_id, customer_id) references payment_method (id, customer_id),
  check ((state = 'DONE') = (method_id is not null)),
  check ((state = 'REFUSED') = (refusal is not null)),
  check ((state = 'REQUIRES_ACTION') <= (gateway_ref is not null and action_url is not null))
);

-- One row per subscription that is paid with a method its customer keeps; whether by itself.
create table subscription_method (
  subscription_id uuid primary key references subscription,
  customer_id     uuid not null,
  method_id       uuid not null,
  auto_charge     boolean not null default false,
  foreign key (method_id, customer_id) references payment_method (id, customer_id)
);
create index on subscription_method (method_id);

-- A charge is taken from a card that was entered, or from a method that the gateway remembers.
alter table payment_attempt
  alter column card_token drop not null,
  add column method_ref text,
  add column keep boolean not null default false,
  add column payer_present boolean not null default true,
  -- What the gateway remembers since.
  add column kept jsonb,
  add check (num_nonnulls(card_token, method_ref) = 1),
  add check (not keep or card_token is not null),
  add check (kept is null or keep and state = 'SUCCEEDED');

alter table payment add column decline_code text check (decline_code is null or status = 'DECLINED');

-- One row per card that the sandbox gateway remembers: its own memory, as a card processor would keep it.
create table sandbox_method (
  id              text primary key,
  idempotency_key text not null unique,
  card_token      text not null,
  state           text not null check (state in ('REQUIRES_ACTION', 'READY', 'REFUSED', 'FORGOTTEN')),
  expires_on      date,
  created_at      timestamptz not null default now()
);

alter table sandbox_charge
  add column method_id text references sandbox_method,
  add column keeps boolean not null default false,
  add column payer_present boolean not null default true;
