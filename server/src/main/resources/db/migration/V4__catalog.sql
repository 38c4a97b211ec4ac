-- One row per thing sold; plans and addons belong to one.
create table product (
  id              uuid primary key,
  name            text not null unique check (name <> ''),
  description     text,
  tax_category_id uuid references tax_category,
  created_at      timestamptz not null default now()
);

-- One row per plan.
create table plan (
  id             uuid primary key,
  product_id     uuid not null references product,
  name           text not null check (name <> ''),
  code           text not null unique check (code <> ''),
  description    text,
  interval_count integer not null check (interval_count between 1 and 120),
  interval_unit  text not null check (interval_unit in ('DAY', 'WEEK', 'MONTH', 'YEAR')),
  tax_inclusive  boolean not null default false,
  archived_at    timestamptz,
  created_at     timestamptz not null default now()
);
create unique index plan_name_taken on plan (lower(name)) where archived_at is null;
create index on plan (product_id);

-- One row per plan and currency. Prices are decimals of up to 12 places, in units of the currency.
create table plan_price (
  plan_id         uuid not null references plan,
  currency        char(3) not null,
  price           numeric(26, 12) not null check (price >= 0),
  setup_fee_minor bigint check (setup_fee_minor > 0),
  primary key (plan_id, currency)
);

-- One row per addon.
create table addon (
  id          uuid primary key,
  product_id  uuid not null references product,
  name        text not null check (name <> ''),
  code        text not null unique check (code <> ''),
  archived_at timestamptz,
  created_at  timestamptz not null default now()
);
create unique index addon_name_taken on addon (lower(name)) where archived_at is null;
create index on addon (product_id);

-- One row per addon and currency.
create table addon_price (
  addon_id uuid not null references addon,
  currency char(3) not null,
  price    numeric(26, 12) not null check (price >= 0),
  primary key (addon_id, currency)
);
