-- One row is one movement of money from a debit account to a credit account. It only grows: corrections are transfers.
create table transfer (
  id             uuid primary key,
  customer_id    uuid not null references customer,
  currency       char(3) not null,
  debit          text not null,
  credit         text not null check (credit <> debit),
  amount_minor   bigint not null check (amount_minor > 0),
  reason         text not null,
  source_kind    text not null,
  source_id      uuid not null,
  part           integer not null default 0,
  booked_on      date not null,
  service_period daterange,
  created_at     timestamptz not null default now(),
  unique (source_kind, source_id, reason, part)
);
create index on transfer (customer_id, currency, booked_on, id);

create function transfer_only_grows() returns trigger language plpgsql as $$
begin
  raise exception 'The ledger only grows: book a correcting transfer instead.' using errcode = 'restrict_violation';
end $$;
create trigger transfer_only_grows before update or delete or truncate on transfer
  for each statement execute function transfer_only_grows();
-- Whatever the session's replication role.
alter table transfer enable always trigger transfer_only_grows;

-- One row per customer and currency: the sums of its transfers, changed in the transfer's own statement.
create table balance (
  customer_id      uuid not null references customer,
  currency         char(3) not null,
  receivable_minor bigint not null default 0,
  credit_minor     bigint not null default 0,
  primary key (customer_id, currency)
);
