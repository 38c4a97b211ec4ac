-- What is planned for a subscription, when it was paused, when it expires, and its trial.
-- `paused_on`: the first day it is not served while it is paused. `pauses_on`, `resumes_on`, `changes_on`: the day it
-- is to be paused, served again, changed into `change`. `expires_on`: the first day after its billing cycles.
-- `trial_ends_on`: the first day after its trial.
alter table subscription
  add column paused_on        date,
  add column pauses_on        date,
  add column resumes_on       date,
  add column changes_on       date,
  add column change           jsonb,
  add column expires_on       date,
  add column trial_ends_on    date,
  add column trial_extensions integer not null default 0 check (trial_extensions >= 0),
  add check (paused_on is null or phase = 'PAUSED'),
  add check (pauses_on is null or phase = 'LIVE'),
  add check ((changes_on is null) = (change is null));
create index on subscription (pauses_on) where pauses_on is not null;
create index on subscription (resumes_on) where phase = 'PAUSED';
create index on subscription (changes_on) where changes_on is not null;
create index on subscription (expires_on) where expires_on is not null and ended_on is null;
create index on subscription (trial_ends_on) where phase = 'TRIAL';

-- What the acts on subscriptions give back, and which day periods are counted from after them: one row.
create table life_setting (
  id              boolean primary key default true check (id),
  -- Whether the unused days of a pause or cancellation are credited.
  pause_credits   boolean not null default true,
  cancel_credits  boolean not null default true,
  -- Whether periods are counted from the day of resuming, or of changing to another interval.
  resume_anchor   text not null default 'KEPT' check (resume_anchor in ('KEPT', 'TODAY')),
  interval_anchor text not null default 'TODAY' check (interval_anchor in ('KEPT', 'TODAY'))
);
insert into life_setting default values;
