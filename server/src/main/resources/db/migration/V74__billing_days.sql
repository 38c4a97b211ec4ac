-- The day of the month on which periods begin, apart from the start: 31 is the last day of each month, however long.
-- Of a plan, what subscriptions of it begin with; of a subscription, what was agreed. Null: the day it is paid from.
alter table plan
  add column billing_day integer check (billing_day between 1 and 31),
  add check (billing_day is null or interval_unit in ('MONTH', 'YEAR'));
alter table subscription
  add column billing_day integer check (billing_day between 1 and 31),
  add check (billing_day is null or interval_unit in ('MONTH', 'YEAR'));

-- What becomes of the part of a period before the first billing day: billed by its days, together with the next
-- period, or free.
alter table life_setting
  add column first_period text not null default 'PRORATED' check (first_period in ('PRORATED', 'JOINED', 'FREE'));
