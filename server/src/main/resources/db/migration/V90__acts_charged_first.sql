-- What a contact does that costs money by card is charged first, too: it is carried out with the success, as it was asked for.
alter table draft_charge
  drop constraint draft_charge_act_check,
  add constraint draft_charge_act_check check (act in ('TRIAL_END', 'ACTIVATE', 'RESUME', 'CHANGE', 'REACTIVATE')),
  -- The business day of the customer on which it was asked for: it holds from that day, however late the money is.
  add column asked_on date,
  -- What was asked for, by whom, and the amounts they were shown.
  add column wish text,
  add column asked_by text,
  add column shown text,
  -- What was credited with the posting, tax included.
  add column credit_minor bigint not null default 0 check (credit_minor >= 0),
  add check (
    case when act = 'TRIAL_END' then num_nonnulls(asked_on, wish, asked_by, shown) = 0
         else num_nulls(asked_on, wish, asked_by, shown) = 0 end);
