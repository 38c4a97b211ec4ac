-- FIXED_30: parts of a period are priced as if each month had 30 days, of plans by months or years.
alter table plan drop constraint plan_proration_check;
alter table plan
  add constraint plan_proration_check check (proration in ('BY_DAY', 'NONE', 'FULL', 'FIXED_30')),
  add check (proration <> 'FIXED_30' or interval_unit in ('MONTH', 'YEAR'));
