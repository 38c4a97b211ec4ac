-- Whether a plan sells support by time paid for: it is neither billed by days nor tried.
alter table plan
  add column paid_support boolean not null default false,
  add check (not paid_support or (interval_unit <> 'DAY' and trial_count is null));
