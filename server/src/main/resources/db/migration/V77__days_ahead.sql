-- How many days before they begin periods are billed, but for the first. Of a plan, what subscriptions of it begin
-- with; of a subscription, what was agreed.
alter table plan
  add column lead_days integer not null default 0 check (lead_days between 0 and 28);
alter table subscription
  add column lead_days integer not null default 0 check (lead_days between 0 and 28);
