-- One row per item that keeps the price it had when the catalog's changed. Periods that begin on `until_on` or later
-- are billed at the catalog's price; without such a day it is kept for ever. The columns are those of `plan_price`.
create table kept_price (
  item_id      uuid not null,
  plan_id      uuid not null references plan,
  price        numeric(26, 12) not null check (price >= 0),
  model        text not null check (model in ('FLAT', 'PER_UNIT', 'GRADUATED', 'VOLUME', 'PACKAGE')),
  package_size integer check (package_size between 1 and 1000000),
  tiers        jsonb check (jsonb_array_length(tiers) > 0),
  until_on     date,
  primary key (item_id, plan_id),
  check ((model = 'PACKAGE') = (package_size is not null)),
  check ((model in ('GRADUATED', 'VOLUME')) = (tiers is not null))
);
create index on kept_price (plan_id);
