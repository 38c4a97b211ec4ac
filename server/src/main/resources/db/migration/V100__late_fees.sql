-- One row per rule of late fees: for all, for a plan or for a customer; the nearest wins as a whole. None: no fees.
create table late_fee_rule (
  id          uuid primary key,
  plan_id     uuid references plan,
  customer_id uuid references customer,
  -- Days after the due date on which the first fee is made, from one to the next, and how many there are; none at all: 0.
  first_days  integer not null check (first_days between 1 and 365),
  every_days  integer not null check (every_days between 1 and 365),
  times       integer not null check (times between 0 and 24),
  -- Of what is still due; null where the amounts are fixed.
  percent     numeric(7, 4) check (percent > 0 and percent <= 100),
  -- Steps before this day bear no fee.
  since       date not null,
  unique nulls not distinct (plan_id, customer_id),
  check (num_nonnulls(plan_id, customer_id) <= 1)
);
create index on late_fee_rule (customer_id) where customer_id is not null;

-- The fixed amount of a rule in a currency, or the limits of a percentage.
create table late_fee_amount (
  rule_id     uuid not null references late_fee_rule on delete cascade,
  currency    char(3) not null,
  fixed_minor bigint check (fixed_minor > 0),
  least_minor bigint check (least_minor > 0),
  most_minor  bigint check (most_minor > 0),
  primary key (rule_id, currency),
  check (num_nonnulls(fixed_minor, least_minor, most_minor) > 0),
  check (fixed_minor is null or num_nonnulls(least_minor, most_minor) = 0),
  check (least_minor <= most_minor)
);

-- One row per late invoice and step: the fee that was made, or that there was none to make.
create table late_fee (
  id             uuid primary key,
  invoice_id     uuid not null references invoice,
  step           integer not null check (step >= 1),
  customer_id    uuid not null references customer,
  made_on        date not null,
  -- Days after the due date, what was due then, and the percentage, so that the amount can be explained.
  days           integer not null,
  due_minor      bigint not null,
  percent        numeric(7, 4),
  currency       char(3) not null,
  amount_minor   bigint not null check (amount_minor >= 0),
  fee_invoice_id uuid unique references invoice,
  unique (invoice_id, step),
  check ((amount_minor = 0) = (fee_invoice_id is null))
);
create index on late_fee (customer_id, made_on);
