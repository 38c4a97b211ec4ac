-- One row per currency, account, booking day and stripe: what was debited and credited. The stripes of a day add up.
create table ledger_sum (
  currency     char(3) not null,
  account      text not null,
  booked_on    date not null,
  stripe       integer not null,
  debit_minor  bigint not null,
  credit_minor bigint not null,
  primary key (currency, account, booked_on, stripe)
) with (fillfactor = 50);

-- Whoever books takes a stripe that nobody else holds and keeps it until the transaction ends. Nobody ever waits for
-- a sum, so bookings neither queue behind the bill run nor wait in a circle. If all are taken, the process has its own.
create function add_ledger_sums() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  free integer;
begin
  select (pg_backend_pid() + n) % 32 into free
    from generate_series(0, 31) n
   where pg_try_advisory_xact_lock(26, (pg_backend_pid() + n) % 32)
   limit 1;
  insert into ledger_sum as s (currency, account, booked_on, stripe, debit_minor, credit_minor)
  select currency, account, booked_on, coalesce(free, -pg_backend_pid()), sum(debited), sum(credited)
    from (select currency, debit as account, booked_on, amount_minor as debited, 0 as credited from booked
          union all
          select currency, credit, booked_on, 0, amount_minor from booked) as side
   group by currency, account, booked_on
      on conflict (currency, account, booked_on, stripe) do update
     set debit_minor = s.debit_minor + excluded.debit_minor,
         credit_minor = s.credit_minor + excluded.credit_minor;
  return null;
end $$;

insert into ledger_sum (currency, account, booked_on, stripe, debit_minor, credit_minor)
select currency, account, booked_on, 0, sum(debited), sum(credited)
  from (select currency, debit as account, booked_on, amount_minor as debited, 0 as credited from transfer
        union all
        select currency, credit, booked_on, 0, amount_minor from transfer) as side
 group by currency, account, booked_on;

create trigger add_ledger_sums after insert on transfer referencing new table as booked
  for each statement execute function add_ledger_sums();
alter table transfer enable always trigger add_ledger_sums;
-- Nobody but the trigger changes them.
revoke insert, update, delete on ledger_sum from "${application_role}";

-- From a sum to its transfers.
create index on transfer (debit, currency, booked_on, id);
create index on transfer (credit, currency, booked_on, id);
