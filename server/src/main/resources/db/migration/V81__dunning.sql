-- Invoices whose charge failed: they are charged again on days counted from the first failure.
alter table due_charge
  add column failed_first_on date,
  -- The day of the next try; null when none is planned.
  add column retry_on date,
  add check (retry_on is null or state = 'FAILED' and failed_first_on is not null);
create index on due_charge (retry_on) where retry_on is not null;
create index on due_charge (failed_first_on) where state in ('DUE', 'FAILED') and failed_first_on is not null;
