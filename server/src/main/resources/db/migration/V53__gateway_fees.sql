-- What the gateway keeps of a charge that succeeded, as it said itself.
alter table payment_attempt add column fee_minor bigint not null default 0 check (fee_minor >= 0);
alter table sandbox_charge add column fee_minor bigint not null default 0 check (fee_minor >= 0);
