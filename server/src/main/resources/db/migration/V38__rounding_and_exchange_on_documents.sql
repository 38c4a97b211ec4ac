-- `rounding_minor`: cash rounding of the total, up or down, to a multiple of `rounding_increment`.
-- `exchange_…`: the rate at which the tax is also shown in the merchant's currency, and its day.
do $$
declare
  previous record;
begin
  for previous in
    select conrelid::regclass as owner, conname as name
      from pg_constraint
     where contype = 'c' and conrelid in ('invoice'::regclass, 'credit_note'::regclass, 'bill_proposal'::regclass)
       and (pg_get_constraintdef(oid) like '%(net_minor + tax_minor)%' or pg_get_constraintdef(oid) like '%total_minor > 0%')
  loop
    execute format('alter table %s drop constraint %I', previous.owner, previous.name);
  end loop;
end $$;

alter table invoice
  add column rounding_minor     bigint not null default 0,
  add column rounding_increment integer check (rounding_increment > 1),
  add column exchange_currency  char(3),
  add column exchange_rate      numeric(24, 12) check (exchange_rate > 0),
  add column exchange_on        date,
  add constraint invoice_total check (total_minor = net_minor + tax_minor + rounding_minor and total_minor >= 0),
  add check (rounding_minor = 0 or rounding_increment is not null),
  add check (num_nonnulls(exchange_currency, exchange_rate, exchange_on) in (0, 3));
-- The tax in the merchant's currency.
alter table invoice_tax add column exchanged_minor bigint;

-- By the rate and the increment of the invoice.
alter table credit_note
  add column rounding_minor     bigint not null default 0,
  add column rounding_increment integer check (rounding_increment > 1),
  add column exchange_currency  char(3),
  add column exchange_rate      numeric(24, 12) check (exchange_rate > 0),
  add column exchange_on        date,
  add constraint credit_note_total check (total_minor = net_minor + tax_minor + rounding_minor and total_minor >= 0),
  -- Cash rounding may leave nothing of a small one.
  add constraint credit_note_of_something check (kind = 'CANCELLATION' or net_minor + tax_minor > 0),
  add check (rounding_minor = 0 or rounding_increment is not null),
  add check (num_nonnulls(exchange_currency, exchange_rate, exchange_on) in (0, 3));
alter table credit_note_tax add column exchanged_minor bigint;

alter table bill_proposal
  add column rounding_minor bigint not null default 0,
  add constraint bill_proposal_total check (total_minor = net_minor + tax_minor + rounding_minor);
