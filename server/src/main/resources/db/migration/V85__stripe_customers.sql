-- One row per customer that Stripe knows.
create table stripe_customer (
  customer_id uuid primary key references customer,
  reference   text not null unique,
  created_at  timestamptz not null default now()
);
