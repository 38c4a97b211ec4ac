-- Refunds are numbered like receipts and have a PDF of their own.
alter table number_series drop constraint number_series_kind_check;
alter table number_series add constraint number_series_kind_check
  check (kind in ('INVOICE', 'CREDIT_NOTE', 'CANCELLATION', 'RECEIPT', 'REFUND', 'SUBSCRIPTION'));
insert into number_series (kind, pattern) values ('REFUND', 'RFD-{year}-{number:6}');

alter table document_file drop constraint document_file_kind_check;
alter table document_file add constraint document_file_kind_check
  check (kind in ('INVOICE', 'CREDIT_NOTE', 'CANCELLATION', 'RECEIPT', 'REFUND'));

-- One row per refund: money of a payment that goes back to the customer.
create table refund (
  id           uuid primary key,
  number       text unique,
  customer_id  uuid not null references customer,
  payment_id   uuid not null references payment,
  currency     char(3) not null,
  amount_minor bigint not null check (amount_minor > 0),
  status       text not null check (status in ('PENDING', 'SUCCEEDED', 'FAILED')),
  method       text not null check (method in ('CARD', 'BANK_TRANSFER', 'CHEQUE', 'CASH', 'OTHER')),
  -- The card, or the reference that staff noted.
  method_label text not null,
  reason       text not null,
  begun_on     date not null,
  settled_on   date,
  -- The day the money moved, where staff noted another.
  value_on     date,
  failure      text,
  -- Both parties as the document shows them, kept with success.
  seller_id    uuid references seller,
  buyer        jsonb,
  created_at   timestamptz not null default now(),
  check ((status = 'SUCCEEDED') = (number is not null)),
  check ((number is null) = (seller_id is null) and (number is null) = (buyer is null)),
  check ((status = 'PENDING') = (settled_on is null)),
  check ((status = 'FAILED') = (failure is not null))
);
create index on refund (payment_id);
create index on refund (customer_id, begun_on desc, id desc);
create index on refund (begun_on desc, id desc);
create index on refund (status, begun_on desc, id desc);

-- One row per refund that a gateway is asked for; written and committed before the call.
create table refund_attempt (
  id              uuid primary key,
  refund_id       uuid not null unique references refund,
  gateway         text not null,
  charge_ref      text not null,
  idempotency_key text not null unique,
  gateway_ref     text unique,
  state           text not null check (state in ('PLANNED', 'PENDING', 'SUCCEEDED', 'FAILED')),
  tries           integer not null default 0,
  -- Until then it is in a worker's hands, or there is no use in looking again.
  leased_until    timestamptz not null,
  created_at      timestamptz not null default now()
);
create index on refund_attempt (leased_until) where state in ('PLANNED', 'PENDING');

-- One row per refund that the sandbox gateway was asked for: its own memory.
create table sandbox_refund (
  id              text primary key,
  idempotency_key text not null unique,
  charge_id       text not null references sandbox_charge,
  amount_minor    bigint not null check (amount_minor > 0),
  currency        char(3) not null,
  state           text not null check (state in ('PENDING', 'SUCCEEDED', 'FAILED')),
  failure         text,
  settles_at      timestamptz,
  created_at      timestamptz not null default now(),
  check ((state = 'FAILED') = (failure is not null)),
  check ((state = 'PENDING') <= (settles_at is not null))
);
create index on sandbox_refund (charge_id);
