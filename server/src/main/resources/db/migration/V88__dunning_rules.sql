-- One row per rule of following up what is not paid: for all, for a plan or for a customer; the nearest wins as a whole.
create table dunning_rule (
  id            uuid primary key,
  plan_id       uuid references plan,
  customer_id   uuid references customer,
  -- Days after the first failure of a charge on which it is tried again.
  retry_days    integer[] not null check (0 < all (retry_days)),
  -- Days after the due date, or before it, on which an invoice that nobody charges is reminded of.
  reminder_days integer[] not null,
  final_action  text not null check (final_action in ('UNPAID', 'CANCEL', 'NOTHING')),
  unique nulls not distinct (plan_id, customer_id),
  check (num_nonnulls(plan_id, customer_id) <= 1)
);
create index on dunning_rule (customer_id) where customer_id is not null;
insert into dunning_rule (id, retry_days, reminder_days, final_action)
values ('00000000-0000-0000-0000-000000000004', '{1,3,5,7,14}', '{0,1,7,14,21}', 'UNPAID');

alter table due_charge
  -- Declines so far.
  add column tries integer not null default 0,
  -- Neither tried again nor given up until somebody lets it go on.
  add column paused boolean not null default false;
create index on due_charge (failed_first_on, id) where failed_first_on is not null and state <> 'DROPPED' and state <> 'PAID';

-- One row per subscription and invoice whose last try passed unpaid, with what was done then.
create table dunning_end (
  subscription_id uuid not null references subscription,
  invoice_id      uuid not null references invoice,
  ended_on        date not null,
  action          text not null check (action in ('UNPAID', 'CANCEL', 'NOTHING')),
  primary key (subscription_id, invoice_id)
);
create index on dunning_end (invoice_id);

-- One row per reminder of an invoice that nobody charges.
create table payment_reminder (
  id          uuid primary key,
  invoice_id  uuid not null references invoice,
  customer_id uuid not null references customer,
  -- After the due date; below zero before it.
  days        integer not null,
  reminded_on date not null,
  unique (invoice_id, days)
);
create index on payment_reminder (customer_id);
