-- One row per mail that went out, is to go out, or would have if there were a mail server.
create table mail (
  id            uuid primary key,
  -- What it is about, once: `invoice-posted:<invoice>`. A repeated event makes no second mail.
  occasion      text not null unique,
  recipients    text[] not null check (cardinality(recipients) > 0),
  subject       text not null,
  -- The texts name a one-time link as {link}; it is kept sealed, and dropped once the mail was sent.
  text          text not null,
  html          text not null,
  sealed_link   bytea,
  customer_id   uuid references customer,
  invoice_id    uuid references invoice,
  -- The document whose PDF is attached.
  document_kind text check (document_kind in ('INVOICE', 'CREDIT_NOTE', 'RECEIPT')),
  document_id   uuid,
  status        text not null check (status in ('QUEUED', 'SENT', 'KEPT', 'FAILED')),
  failure       text,
  tries         integer not null default 0,
  next_try_at   timestamptz not null default now(),
  leased_until  timestamptz,
  created_at    timestamptz not null default now(),
  sent_at       timestamptz,
  check ((document_id is null) = (document_kind is null)),
  check ((sent_at is not null) = (status = 'SENT'))
);
create index on mail (next_try_at) where status = 'QUEUED';
create index on mail (customer_id, id desc);
create index on mail (status, id desc);

-- One row per mail and address it goes to, in lower case: what the log is searched by.
create table mail_address (
  address text not null,
  mail_id uuid not null references mail,
  primary key (mail_id, address)
);
create index on mail_address (address text_pattern_ops, mail_id);
