-- One row per company or person that is billed.
create table customer (
  id                 uuid primary key,
  external_id        text unique,
  name               text not null check (name <> ''),
  email              text,
  phone              text,
  invoice_recipients text[] not null default '{}',
  tax_id             text,
  tax_exemption      text,
  payment_kind       text not null check (payment_kind in ('FREE', 'INVOICE', 'CARD')),
  due_days           integer not null check (due_days between 0 and 365),
  currency           char(3) not null,
  locale             text not null default 'en',
  time_zone          text,
  active             boolean not null default true,
  starts_on          date,
  ends_on            date check (ends_on is null or starts_on is null or ends_on > starts_on),
  contract_type      text,
  salespeople        text[] not null default '{}',
  invoice_note       text,
  purchase_order     text,
  information        text,
  created_at         timestamptz not null default now()
);
-- Lists go by name; a search is a range of the beginning of a name, email or external id, whatever the locale.
create index customer_by_name on customer ((lower(name) collate "C"), id);
create index customer_by_email on customer ((lower(email) collate "C"));
create index customer_by_external_id on customer ((lower(external_id) collate "C"));
-- What lists are narrowed to and few customers are.
create index customer_inactive on customer ((lower(name) collate "C"), id) where not active;

-- One row per address of a customer.
create table customer_address (
  customer_id uuid not null references customer,
  kind        text not null check (kind in ('BILLING', 'SHIPPING')),
  name        text,
  line1       text not null,
  line2       text,
  city        text not null,
  region      text,
  postal_code text,
  country     char(2) not null,
  primary key (customer_id, kind)
);

-- One row per group of charges that share invoices; each customer has at least one, else it can't be billed.
create table billing_group (
  id          uuid primary key,
  customer_id uuid not null references customer,
  name        text not null,
  is_default  boolean not null default false,
  unique (id, customer_id)
);
create unique index billing_group_default on billing_group (customer_id) where is_default;
create index on billing_group (customer_id);

-- One row per person of a customer; `login_id` once invited to the portal.
create table contact (
  id          uuid primary key,
  customer_id uuid not null references customer,
  name        text not null check (name <> ''),
  email       text,
  phone       text,
  role        text not null check (role in ('PRIMARY', 'BILLING', 'VIEWER')),
  login_id    uuid references login,
  created_at  timestamptz not null default now()
);
create unique index contact_primary on contact (customer_id) where role = 'PRIMARY';
create index on contact (customer_id);
-- One address, one person: a login sees a customer as one contact only.
create unique index contact_email_taken on contact (customer_id, lower(email));
create index on contact (login_id);
