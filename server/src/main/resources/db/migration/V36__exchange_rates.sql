-- One row per day and pair of currencies: what one unit of `currency` costs in `base`, the merchant's own.
create table exchange_rate (
  base       char(3) not null,
  currency   char(3) not null check (currency <> base),
  on_day     date not null,
  rate       numeric(24, 12) not null check (rate > 0),
  source     text not null check (source in ('ENTERED', 'IMPORTED')),
  changed_at timestamptz not null default now(),
  primary key (base, currency, on_day)
);
-- The list of all currencies, newest first.
create index exchange_rate_newest on exchange_rate (base, on_day desc, currency);
