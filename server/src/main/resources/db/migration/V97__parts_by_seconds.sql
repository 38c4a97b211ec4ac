-- BY_SECOND: parts of a period are priced by the seconds that remain, from the instant of the preview on.
alter table plan drop constraint plan_proration_check;
alter table plan
  add constraint plan_proration_check
      check (proration in ('BY_DAY', 'NONE', 'FULL', 'FIXED_30', 'BY_SECOND'));
-- What is charged first holds from the instant for which it was shown.
alter table draft_charge
  add column asked_at timestamptz;
