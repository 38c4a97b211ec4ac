-- When periods are billed: in advance, or when they are over. Of a plan, what subscriptions of it begin with; of a
-- subscription, what was agreed.
alter table plan
  add column charged_in text not null default 'ADVANCE' check (charged_in in ('ADVANCE', 'ARREARS')),
  add constraint plan_arrears_lead check (charged_in = 'ADVANCE' or lead_days = 0);
alter table subscription
  add column charged_in text not null default 'ADVANCE' check (charged_in in ('ADVANCE', 'ARREARS')),
  add constraint subscription_arrears_lead check (charged_in = 'ADVANCE' or lead_days = 0);
