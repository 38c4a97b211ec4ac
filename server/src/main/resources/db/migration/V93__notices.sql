-- What staff should hear of without having asked; one row per kind and what it is of.
create table notice (
  id           uuid primary key,
  kind         text not null check (kind in ('PAYMENT_RECEIVED', 'PAYMENT_FAILED', 'PAYMENT_DISPUTED')),
  -- The payment, or the dispute.
  subject_id   uuid not null,
  customer_id  uuid not null references customer,
  payment_id   uuid not null references payment,
  dispute_id   uuid references dispute,
  amount_minor bigint not null,
  currency     char(3) not null,
  reason       text,
  added_at     timestamptz not null default now(),
  unique (kind, subject_id),
  check ((kind = 'PAYMENT_DISPUTED') = (dispute_id is not null))
);
create index on notice (customer_id, id);
create index on notice (payment_id);
create index on notice (dispute_id) where dispute_id is not null;
create index on notice (added_at);

-- How far a reader, a person or a client, has read everything; ids grow with time.
create table notice_reader (
  reader_id  uuid primary key,
  read_until uuid not null
);
-- What was read beyond that, one by one.
create table notice_read (
  reader_id uuid not null,
  notice_id uuid not null references notice on delete cascade,
  primary key (notice_id, reader_id)
);
create index on notice_read (reader_id, notice_id);
