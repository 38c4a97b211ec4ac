-- One row per method and last day of it that its customer was warned of.
create table expiry_warning (
  method_id  uuid not null references payment_method,
  expires_on date not null,
  warned_on  date not null,
  primary key (method_id, expires_on)
);
create index on payment_method (expires_on) where removed_at is null and expires_on is not null;
