-- One row per bill. Once posted only its payment state changes.
create table invoice (
  id                uuid primary key,
  number            text unique,
  customer_id       uuid not null references customer,
  billing_group_id  uuid,
  currency          char(3) not null,
  status            text not null check (status in ('DRAFT', 'OPEN', 'PAID', 'VOID', 'WRITTEN_OFF')),
  net_minor         bigint not null,
  tax_minor         bigint not null,
  total_minor       bigint not null check (total_minor = net_minor + tax_minor and total_minor >= 0),
  -- Sum of the allocations; changed in the allocation's own statement.
  paid_minor        bigint not null default 0 check (paid_minor between 0 and total_minor),
  issued_on         date,
  due_on            date,
  seller_id         uuid references seller,
  -- The buyer as printed: name, address, tax id, email.
  buyer             jsonb not null,
  note              text,
  purchase_order    text,
  payment_reference text,
  bill_run_id       uuid,
  mailed_at         timestamptz,
  created_at        timestamptz not null default now(),
  check ((status = 'DRAFT') = (number is null)),
  check (status <> 'PAID' or paid_minor = total_minor),
  check (status <> 'OPEN' or paid_minor < total_minor)
);
create index on invoice (customer_id, issued_on desc, id desc);
create index on invoice (issued_on desc, id desc);
create index on invoice (number text_pattern_ops);
create index on invoice (bill_run_id) where bill_run_id is not null;
create index on invoice (customer_id, currency, due_on) where status = 'OPEN';
create index on invoice (due_on) where status = 'OPEN';

-- One row per line. Amounts without tax; for tax-inclusive prices `gross_minor` is the line as sold.
create table invoice_line (
  id              uuid primary key,
  invoice_id      uuid not null references invoice,
  position        integer not null,
  subscription_id uuid references subscription,
  kind            text not null check (kind in ('PLAN', 'ADDON', 'SETUP_FEE', 'MANUAL')),
  description     text not null,
  quantity        numeric(26, 12) not null,
  unit_price      numeric(26, 12) not null,
  net_minor       bigint not null,
  gross_minor     bigint,
  service_period  daterange,
  tax_category_id uuid,
  tax_label       text,
  explanation     jsonb not null,
  unique (invoice_id, position)
);
create index on invoice_line (subscription_id) where subscription_id is not null;

-- One row per invoice and tax rate.
create table invoice_tax (
  invoice_id uuid not null references invoice,
  position   integer not null,
  label      text not null,
  percent    numeric(9, 6) not null,
  treatment  text not null,
  base_minor bigint not null,
  tax_minor  bigint not null,
  primary key (invoice_id, position)
);

-- One row per item and stretch of days that a line bills: no day is ever billed twice.
-- What is paid once bills all time.
create table billed_period (
  item_id         uuid not null,
  kind            text not null,
  period          daterange not null,
  subscription_id uuid not null,
  invoice_id      uuid not null,
  exclude using gist (item_id with =, kind with =, period with &&)
);
create index on billed_period (subscription_id);

-- One row per credit note: what is given back of an invoice.
create table credit_note (
  id          uuid primary key,
  number      text not null unique,
  customer_id uuid not null references customer,
  invoice_id  uuid not null references invoice,
  currency    char(3) not null,
  net_minor   bigint not null,
  tax_minor   bigint not null,
  total_minor bigint not null check (total_minor = net_minor + tax_minor and total_minor > 0),
  issued_on   date not null,
  seller_id   uuid not null references seller,
  buyer       jsonb not null,
  reason      text not null,
  created_at  timestamptz not null default now()
);
create index on credit_note (customer_id, issued_on desc, id desc);
create index on credit_note (invoice_id);

-- One row per credited line; amounts above zero.
create table credit_note_line (
  id              uuid primary key,
  credit_note_id  uuid not null references credit_note,
  invoice_line_id uuid not null references invoice_line,
  position        integer not null,
  description     text not null,
  net_minor       bigint not null check (net_minor > 0),
  service_period  daterange,
  tax_label       text,
  explanation     jsonb not null,
  unique (credit_note_id, position)
);
create index on credit_note_line (invoice_line_id);

-- One row per credit note and tax rate; the position is that of the invoice's tax row.
create table credit_note_tax (
  credit_note_id uuid not null references credit_note,
  position       integer not null,
  label          text not null,
  percent        numeric(9, 6) not null,
  treatment      text not null,
  base_minor     bigint not null,
  tax_minor      bigint not null,
  primary key (credit_note_id, position)
);

-- One row per document's PDF, made once.
create table document_file (
  document_id uuid primary key,
  kind        text not null check (kind in ('INVOICE', 'CREDIT_NOTE', 'RECEIPT')),
  customer_id uuid not null references customer,
  file_name   text not null,
  pdf         bytea not null,
  made_at     timestamptz not null default now()
);
alter table document_file alter column pdf set storage external;
