-- What the payer's bank took back of a payment, for good or until it is decided.
alter table payment
  add column disputed_minor bigint not null default 0,
  add constraint payment_disputed_check check (disputed_minor between 0 and amount_minor);

-- One row per dispute: money of a payment that the payer's bank took back.
create table dispute (
  id                 uuid primary key,
  gateway            text not null,
  gateway_ref        text not null,
  customer_id        uuid not null references customer,
  payment_id         uuid not null references payment,
  currency           char(3) not null,
  amount_minor       bigint not null check (amount_minor > 0),
  -- What the gateway kept for it at first, and what of that it gave back.
  fee_minor          bigint not null check (fee_minor >= 0),
  fee_returned_minor bigint not null default 0 check (fee_returned_minor between 0 and fee_minor),
  reason             text not null check (reason in ('FRAUDULENT', 'NOT_RECEIVED', 'NOT_AS_DESCRIBED', 'DUPLICATE',
                                                     'SUBSCRIPTION_CANCELLED', 'CREDIT_NOT_PROCESSED', 'OTHER')),
  state              text not null check (state in ('NEEDS_RESPONSE', 'UNDER_REVIEW', 'WON', 'LOST', 'ACCEPTED')),
  opened_on          date not null,
  evidence_due_on    date not null,
  -- What staff wants, and whether the gateway has still to be told. Leases go by the system clock.
  response           text check (response in ('EVIDENCE', 'ACCEPTANCE')),
  evidence           text,
  responded_on       date,
  sending            boolean not null default false,
  tries              integer not null default 0,
  leased_until       timestamptz not null default 'infinity',
  decided_on         date,
  created_at         timestamptz not null default now(),
  unique (gateway, gateway_ref),
  check ((state in ('WON', 'LOST', 'ACCEPTED')) = (decided_on is not null)),
  check ((response is null) = (responded_on is null)),
  check ((response is not distinct from 'EVIDENCE') = (evidence is not null)),
  check (not sending or response is not null and decided_on is null)
);
create index on dispute (opened_on desc, id desc);
create index on dispute (state, opened_on desc, id desc);
create index on dispute (customer_id, opened_on desc, id desc);
create index on dispute (payment_id);
create index on dispute (leased_until) where sending;

-- One row per invoice that a disputed payment had paid and that owes the amount again.
create table disputed_invoice (
  dispute_id   uuid not null references dispute,
  invoice_id   uuid not null references invoice,
  position     integer not null,
  amount_minor bigint not null check (amount_minor > 0),
  primary key (dispute_id, invoice_id)
);
create index on disputed_invoice (invoice_id);

alter table transfer drop constraint transfer_source;
alter table transfer add constraint transfer_source check (
  source_kind in ('INVOICE', 'CREDIT_NOTE', 'CANCELLATION', 'PAYMENT', 'ALLOCATION', 'REFUND', 'PAYOUT', 'DISPUTE',
                  'WRITE_OFF', 'OPENING'));

-- A dispute is taken off one payout and comes back, if it is won, with another.
alter table payout_part
  add column dispute_id  uuid references dispute,
  add column dispute_won boolean not null default false,
  add constraint payout_part_dispute_check
    check (not (refund_id is not null and dispute_id is not null) and (dispute_id is not null or not dispute_won));
drop index payout_of_charge;
create unique index payout_of_charge on payout_part (payment_id) where refund_id is null and dispute_id is null;
create unique index payout_of_dispute on payout_part (dispute_id, dispute_won);

-- One row per dispute of the sandbox gateway: its own memory.
create table sandbox_dispute (
  id            text primary key,
  charge_id     text not null references sandbox_charge,
  currency      char(3) not null,
  amount_minor  bigint not null check (amount_minor > 0),
  fee_minor     bigint not null check (fee_minor >= 0),
  reason        text not null,
  state         text not null check (state in ('NEEDS_RESPONSE', 'UNDER_REVIEW', 'WON', 'LOST')),
  evidence      text,
  due_on        date not null,
  changed_on    date not null,
  payout_id     text references sandbox_payout,
  won_payout_id text references sandbox_payout,
  check ((won_payout_id is not null) <= (state = 'WON'))
);
create index on sandbox_dispute (charge_id);
create index on sandbox_dispute (changed_on, id);
create index on sandbox_dispute (payout_id);
create index on sandbox_dispute (won_payout_id);
create index on sandbox_charge (card_token) where state = 'SUCCEEDED';
