-- How a subscription of a plan runs: its trial and what follows it, for how long it is billed, how parts of a
-- period are priced, and how long a customer is bound.
alter table plan
  add column trial_count         integer check (trial_count between 1 and 120),
  add column trial_unit          text check (trial_unit in ('DAY', 'WEEK', 'MONTH', 'YEAR')),
  add column trial_end_policy    text not null default 'INVOICE'
             check (trial_end_policy in ('INVOICE', 'EXPIRE', 'CANCEL', 'PAUSE')),
  add column billing_cycles      integer check (billing_cycles between 1 and 1200),
  add column proration           text not null default 'BY_DAY'
             check (proration in ('BY_DAY', 'NONE', 'FULL')),
  add column minimum_term_months integer check (minimum_term_months between 1 and 600),
  add column notice_days         integer not null default 0 check (notice_days between 0 and 365),
  add check ((trial_count is null) = (trial_unit is null));
