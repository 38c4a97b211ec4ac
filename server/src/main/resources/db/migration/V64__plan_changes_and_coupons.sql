-- One row per pair of plans of which the merchant says when a change from the one to the other takes effect.
create table plan_change_rule (
  from_plan_id uuid not null references plan,
  to_plan_id   uuid not null references plan,
  timing       text not null check (timing in ('NOW', 'TERM_END')),
  primary key (from_plan_id, to_plan_id),
  check (from_plan_id <> to_plan_id)
);
create index on plan_change_rule (to_plan_id);

-- One row per reason that can be chosen when a subscription is cancelled, in the order of the list.
create table cancel_reason (
  position integer primary key check (position >= 0),
  reason   text not null check (reason <> '')
);
create unique index cancel_reason_taken on cancel_reason (lower(reason));

-- One row per coupon. It takes off a percentage, or an amount per currency. Without plans it holds for all of them.
create table coupon (
  id                uuid primary key,
  code              text not null check (code <> ''),
  name              text not null check (name <> ''),
  percent           numeric(7, 4) check (percent > 0 and percent <= 100),
  duration          text not null check (duration in ('ONCE', 'TERMS', 'FOREVER')),
  terms             integer check (terms between 1 and 1200),
  recurring_addons  boolean not null,
  setup_fees        boolean not null,
  -- The last day on which it can be redeemed.
  expires_on        date,
  most_redemptions  integer check (most_redemptions > 0),
  most_per_customer integer check (most_per_customer > 0),
  redeemed          integer not null default 0 check (redeemed >= 0),
  archived_at       timestamptz,
  created_at        timestamptz not null default now(),
  check ((duration = 'TERMS') = (terms is not null)),
  check (redeemed <= most_redemptions)
);
create unique index coupon_code_taken on coupon (lower(code));

-- One row per coupon of an amount and currency.
create table coupon_amount (
  coupon_id    uuid not null references coupon,
  currency     char(3) not null,
  amount_minor bigint not null check (amount_minor > 0),
  primary key (coupon_id, currency)
);

-- One row per plan that a coupon is limited to.
create table coupon_plan (
  coupon_id uuid not null references coupon,
  plan_id   uuid not null references plan,
  primary key (coupon_id, plan_id)
);
create index on coupon_plan (plan_id);

-- One row per addon that a coupon names.
create table coupon_addon (
  coupon_id uuid not null references coupon,
  addon_id  uuid not null references addon,
  primary key (coupon_id, addon_id)
);
create index on coupon_addon (addon_id);

-- One row per redemption: a coupon that acts on what a subscription is billed, in the order of their ids.
create table subscription_coupon (
  id              uuid primary key,
  subscription_id uuid not null references subscription,
  coupon_id       uuid not null references coupon,
  redeemed_on     date not null,
  -- Periods it still acts on; null for all that come.
  terms_left      integer check (terms_left >= 0),
  removed_on      date
);
create unique index subscription_coupon_once on subscription_coupon (subscription_id, coupon_id) where removed_on is null;
create index on subscription_coupon (coupon_id, id);
create index on subscription_coupon (subscription_id, id);
