-- One row per time that the rest of an invoice was given up; recovered when it is owed again after all.
create table write_off (
  id              uuid primary key,
  invoice_id      uuid not null references invoice,
  customer_id     uuid not null references customer,
  currency        char(3) not null,
  amount_minor    bigint not null check (amount_minor > 0),
  reason          text not null,
  made_on         date not null,
  recovered_on    date,
  recovery_reason text,
  created_at      timestamptz not null default now(),
  check ((recovered_on is null) = (recovery_reason is null))
);
create unique index write_off_present on write_off (invoice_id) where recovered_on is null;
create index on write_off (invoice_id);
