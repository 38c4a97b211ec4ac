-- One row per payment or attempt at one: money from a customer.
create table payment (
  id             uuid primary key,
  number         text unique,
  customer_id    uuid not null references customer,
  currency       char(3) not null,
  amount_minor   bigint not null check (amount_minor > 0),
  -- Account credit that was shown to be used before this money.
  credit_minor   bigint not null default 0 check (credit_minor >= 0),
  status         text not null check (status in ('REQUIRES_ACTION', 'PROCESSING', 'SUCCEEDED', 'DECLINED')),
  method         text not null check (method in ('CARD', 'BANK_TRANSFER', 'CHEQUE', 'CASH', 'OTHER')),
  method_label   text not null,
  paid_on        date not null,
  value_on       date,
  decline_kind   text check (decline_kind in ('SOFT', 'HARD')),
  decline_reason text,
  -- Both parties as the receipt shows them, kept with success.
  seller_id      uuid references seller,
  buyer          jsonb,
  created_at     timestamptz not null default now(),
  check ((status = 'SUCCEEDED') = (number is not null)),
  check ((number is null) = (seller_id is null) and (number is null) = (buyer is null)),
  check ((status = 'DECLINED') = (decline_reason is not null)),
  check ((decline_kind is null) = (decline_reason is null))
);
create index on payment (customer_id, paid_on desc, id desc);
create index on payment (paid_on desc, id desc);
create index on payment (status, paid_on desc, id desc);
create index on payment (method, paid_on desc, id desc);
create index on payment (number text_pattern_ops);

-- One row per invoice that a payment is meant for. While unfinished no other payment of the invoice may begin.
create table payment_target (
  payment_id uuid not null references payment,
  invoice_id uuid not null references invoice,
  position   integer not null,
  unfinished boolean not null,
  primary key (payment_id, invoice_id)
);
create unique index payment_in_progress on payment_target (invoice_id) where unfinished;
create index on payment_target (invoice_id);

-- One row per charge that a gateway is asked for; written and committed before the call.
create table payment_attempt (
  id              uuid primary key,
  payment_id      uuid not null unique references payment,
  gateway         text not null,
  idempotency_key text not null unique,
  card_token      text not null,
  gateway_ref     text unique,
  action_url      text,
  state           text not null check (state in ('PLANNED', 'CALLING', 'REQUIRES_ACTION', 'PROCESSING', 'SUCCEEDED', 'DECLINED')),
  tries           integer not null default 0,
  -- Until then it is in a worker's hands, or there is no use in looking again.
  leased_until    timestamptz not null,
  created_at      timestamptz not null default now()
);
create index on payment_attempt (leased_until) where state in ('PLANNED', 'CALLING', 'REQUIRES_ACTION', 'PROCESSING');

-- One row per part of a payment, of a credit note or of other account credit that pays an invoice.
create table allocation (
  id             uuid primary key,
  customer_id    uuid not null references customer,
  invoice_id     uuid not null references invoice,
  payment_id     uuid references payment,
  credit_note_id uuid references credit_note,
  amount_minor   bigint not null check (amount_minor > 0),
  made_on        date not null,
  created_at     timestamptz not null default now(),
  check (payment_id is null or credit_note_id is null)
);
create index on allocation (invoice_id);
create index on allocation (payment_id);

-- One row per charge that the sandbox gateway was asked for: its own memory, as a card processor would keep it.
create table sandbox_charge (
  id              text primary key,
  idempotency_key text not null unique,
  amount_minor    bigint not null check (amount_minor > 0),
  currency        char(3) not null,
  card_token      text not null,
  description     text not null,
  state           text not null check (state in ('CREATED', 'REQUIRES_ACTION', 'PROCESSING', 'SUCCEEDED', 'DECLINED')),
  decline         text,
  settles_at      timestamptz,
  confirmed_at    timestamptz,
  created_at      timestamptz not null default now(),
  check ((state = 'DECLINED') = (decline is not null)),
  check ((state = 'PROCESSING') <= (settles_at is not null))
);
