-- One row per agreement.
create table subscription (
  id                   uuid primary key,
  number               text not null unique,
  customer_id          uuid not null references customer,
  billing_group_id     uuid not null,
  plan_id              uuid not null references plan,
  currency             char(3) not null,
  phase                text not null check (phase in ('FUTURE', 'TRIAL', 'LIVE', 'PAUSED', 'TRIAL_EXPIRED', 'EXPIRED', 'CANCELLED')),
  collection           text not null default 'CLEAR' check (collection in ('CLEAR', 'DUNNING', 'UNPAID')),
  interval_count       integer not null,
  interval_unit        text not null check (interval_unit in ('DAY', 'WEEK', 'MONTH', 'YEAR')),
  started_on           date not null,
  anchor_on            date not null,
  -- Days before this one have been billed. The period billed next is number `next_term` from the anchor.
  billed_until         date,
  next_term            integer not null default 0,
  -- The day its next invoice is due; null when there will be none.
  next_bill_on         date,
  setup_fee_billed     boolean not null default false,
  minimum_term_ends_on date,
  cancels_on           date,
  ended_on             date,
  cancel_reason        text,
  created_at           timestamptz not null default now(),
  -- The name that people see: the first that holds.
  status               text not null generated always as (
    case when phase <> 'LIVE' then phase
         when collection <> 'CLEAR' then collection
         when cancels_on is not null then 'NON_RENEWING'
         else 'LIVE' end) stored,
  foreign key (billing_group_id, customer_id) references billing_group (id, customer_id),
  check (collection = 'CLEAR' or phase = 'LIVE'),
  check ((ended_on is not null) = (phase in ('TRIAL_EXPIRED', 'EXPIRED', 'CANCELLED')))
);
create index on subscription (customer_id, started_on desc, id desc);
-- The bill run walks over the customers in the order of their ids.
create index subscription_due on subscription (customer_id, next_bill_on) where next_bill_on is not null;
create index on subscription (cancels_on) where cancels_on is not null and ended_on is null;
create index on subscription (started_on) where phase = 'FUTURE';
create index on subscription (plan_id) where ended_on is null;
create index on subscription (started_on desc, id desc);

-- One row per version of an item: the plan or an addon, by quantity, from one day on. The id stays through all versions.
create table subscription_item (
  id              uuid not null,
  version         integer not null default 1,
  subscription_id uuid not null references subscription,
  -- The plan comes first, its addons in their order.
  position        integer not null,
  plan_id         uuid references plan,
  addon_id        uuid references addon,
  quantity        integer not null check (quantity > 0),
  -- The customer's own price per unit; null means the catalog's on the day of billing.
  own_price       numeric(26, 12) check (own_price >= 0),
  validity        daterange not null check (not isempty(validity)),
  primary key (id, version),
  check ((plan_id is null) <> (addon_id is null)),
  exclude using gist (id with =, validity with &&)
);
create index on subscription_item (subscription_id, position);
