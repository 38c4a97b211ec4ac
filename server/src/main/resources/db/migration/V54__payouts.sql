-- One row per payout: money that a gateway sent to the bank (below zero: took from it).
create table payout (
  id             uuid primary key,
  gateway        text not null,
  gateway_ref    text not null,
  currency       char(3) not null,
  charged_minor  bigint not null check (charged_minor >= 0),
  refunded_minor bigint not null check (refunded_minor >= 0),
  fee_minor      bigint not null,
  amount_minor   bigint not null,
  sent_on        date not null,
  booked_on      date not null,
  created_at     timestamptz not null default now(),
  unique (gateway, gateway_ref),
  check (amount_minor = charged_minor - refunded_minor - fee_minor)
);
create index on payout (sent_on desc, id desc);
create index on payout (currency, sent_on desc, id desc);

-- One row per charge or refund that a payout contains.
create table payout_part (
  payout_id   uuid not null references payout,
  position    integer not null,
  customer_id uuid not null references customer,
  payment_id  uuid not null references payment,
  -- The refund of that payment; null for the charge itself.
  refund_id   uuid references refund,
  -- Below zero for a refund.
  gross_minor bigint not null,
  fee_minor   bigint not null,
  primary key (payout_id, position)
);
create unique index payout_of_charge on payout_part (payment_id) where refund_id is null;
create unique index payout_of_refund on payout_part (refund_id);

-- One row per payout of the sandbox gateway: its own memory.
create table sandbox_payout (
  id       text primary key,
  currency char(3) not null,
  sent_on  date not null,
  unique (currency, sent_on)
);
alter table sandbox_charge add column payout_id text references sandbox_payout;
alter table sandbox_refund add column payout_id text references sandbox_payout;
create index on sandbox_charge (currency) where payout_id is null and state = 'SUCCEEDED';
create index on sandbox_refund (currency) where payout_id is null and state = 'SUCCEEDED';
create index on sandbox_charge (payout_id);
create index on sandbox_refund (payout_id);
