-- One row per uploaded file of a bank. Its content is dropped once it is imported.
create table bank_file (
  id             uuid primary key,
  file_name      text not null,
  format         text not null check (format in ('CAMT', 'CSV')),
  status         text not null check (status in ('UPLOADED', 'CHECKED', 'IMPORTED')),
  uploaded_by    text not null,
  uploaded_at    timestamptz not null default now(),
  content        bytea,
  -- Of CSV only: the columns with samples, and what they mean.
  columns        jsonb not null default '[]',
  mapping        jsonb,
  good_count     integer not null default 0,
  bad_count      integer not null default 0,
  -- Good ones that are here already, or stand in the file twice.
  known_count    integer not null default 0,
  pending_count  integer not null default 0,
  imported_count integer not null default 0,
  check ((status = 'IMPORTED') = (content is null)),
  check ((format = 'CSV') = (mapping is not null))
);

-- One row per fault of such a file.
create table bank_file_fault (
  file_id uuid not null references bank_file,
  part    integer not null,
  line    integer not null,
  field   text,
  reason  text not null,
  primary key (file_id, part)
);

-- One row per statement of one of the merchant's accounts that brought entries.
create table bank_statement (
  id            uuid primary key,
  file_id       uuid not null references bank_file,
  account       text not null,
  reference     text not null,
  currency      char(3) not null,
  from_on       date,
  to_on         date,
  opening_minor bigint,
  closing_minor bigint,
  imported_by   text not null,
  imported_at   timestamptz not null default now(),
  -- Who wished what is exact to be booked by itself; null when that is done, or nobody did.
  booking_by    text
);
create index on bank_statement (file_id);
create index on bank_statement (id) where booking_by is not null;

-- One row per movement on an account. Its key makes sure that it is here once, whichever files tell of it.
create table bank_entry (
  id             uuid primary key,
  statement_id   uuid not null references bank_statement,
  account        text not null,
  entry_key      text not null,
  line           integer not null,
  booked_on      date not null,
  value_on       date not null,
  currency       char(3) not null,
  amount_minor   bigint not null check (amount_minor > 0),
  direction      text not null check (direction in ('CREDIT', 'DEBIT')),
  reversal       boolean not null,
  party_name     text,
  party_account  text,
  party_key      text,
  remittance     text not null,
  reference      text,
  end_to_end_id  text,
  bank_reference text,
  return_reason  text,
  state          text not null check (state in ('OPEN', 'SUGGESTED', 'BOOKED', 'SET_ASIDE')),
  -- The best suggestion is exact, so that it may be taken without looking.
  exact          boolean not null default false,
  -- Whether it has been compared with what is due.
  compared       boolean not null default false,
  -- Why what is exact could not be booked by itself.
  hindrance      text,
  note           text,
  -- What it is: money that came in, a refund that was sent, a payment put back to New, or a gateway's payout.
  payment_id     uuid unique references payment,
  refund_id      uuid unique references refund,
  returned_id    uuid unique references payment,
  payout_id      uuid unique references payout,
  -- The payment had been confirmed by hand before the entry came.
  recorded       boolean not null default false,
  -- How often it was booked: an entry that was opened again may be booked anew.
  times_booked   integer not null default 0,
  decided_by     text,
  decided_at     timestamptz,
  unique (account, entry_key),
  check ((state = 'BOOKED') = (num_nonnulls(payment_id, refund_id, returned_id, payout_id) = 1)),
  check (not recorded or payment_id is not null),
  check (state <> 'SET_ASIDE' or note is not null),
  check (not exact or state = 'SUGGESTED')
);
create index on bank_entry (booked_on desc, id desc);
create index on bank_entry (state, booked_on desc, id desc);
create index on bank_entry (statement_id, booked_on desc, id desc);
create index on bank_entry (statement_id, state, booked_on desc, id desc);
create index on bank_entry (account, amount_minor) where payment_id is not null;
create index on bank_entry (id) where not compared;
create index on bank_entry (statement_id, id) where exact and hindrance is null;

-- One row per suggestion what an open entry may be; the best has rank 1.
create table bank_suggestion (
  entry_id    uuid not null references bank_entry,
  rank        integer not null,
  kind        text not null check (kind in ('REFERENCE', 'PAYER', 'RECORDED', 'PAYOUT', 'REFUND', 'RETURN')),
  confidence  integer not null check (confidence between 1 and 100),
  exact       boolean not null,
  reason      text not null,
  -- None for a payout, which is of many.
  customer_id uuid references customer,
  invoice_ids uuid[] not null,
  minors      bigint[] not null,
  refund_id   uuid references refund,
  payment_id  uuid references payment,
  payout_id   uuid references payout,
  primary key (entry_id, rank),
  check ((customer_id is null) = (kind = 'PAYOUT')),
  check (cardinality(invoice_ids) = cardinality(minors))
);
create index on bank_suggestion (customer_id);

-- One row per account from which customers have paid, as confirmed matches taught.
create table bank_payer (
  party_account text not null,
  customer_id   uuid not null references customer,
  seen_at       timestamptz not null default now(),
  primary key (party_account, customer_id)
);

-- One row per customer: the name as payers' names are compared with it.
create table bank_customer_name (
  customer_id uuid primary key references customer,
  name        text not null,
  key         text not null
);
create index on bank_customer_name (key);
