-- The unused days of a cancellation are credited, refunded, or neither.
alter table life_setting
  add column cancel_unused text not null default 'CREDITED' check (cancel_unused in ('CREDITED', 'REFUNDED', 'NEITHER'));
update life_setting set cancel_unused = 'NEITHER' where not cancel_credits;
alter table life_setting drop column cancel_credits;
