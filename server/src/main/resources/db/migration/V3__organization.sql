-- The merchant: one row.
create table organization (
  id               boolean primary key default true check (id),
  name             text not null,
  legal_name       text not null,
  address          jsonb not null,
  tax_id           text,
  email            text not null,
  phone            text,
  website          text,
  time_zone        text not null,
  accent_color     text not null check (accent_color ~ '^#[0-9a-f]{6}$'),
  bank_details     jsonb not null default '[]',
  default_currency char(3) not null,
  due_days         integer not null default 14 check (due_days between 0 and 365),
  document_footer  text,
  logo             text,
  version          bigint not null default 1
);

-- One row per state of the merchant that a posted document shows.
create table seller (
  id         uuid primary key,
  version    bigint not null unique,
  content    jsonb not null,
  created_at timestamptz not null default now()
);

-- One row per kind of goods or services that is taxed alike.
create table tax_category (
  id   uuid primary key,
  name text not null unique check (name <> '')
);

create extension if not exists btree_gist;

-- One row per rate, region and time.
create table tax_rate (
  id              uuid primary key,
  tax_category_id uuid not null references tax_category,
  name            text not null check (name <> ''),
  country         char(2) not null,
  region          text,
  percent         numeric(9, 6) not null check (percent between 0 and 100),
  treatment       text not null check (treatment in ('STANDARD', 'REDUCED', 'ZERO', 'EXEMPT', 'REVERSE_CHARGE', 'OUTSIDE_SCOPE')),
  validity        daterange not null check (not isempty(validity)),
  exclude using gist (tax_category_id with =, country with =, coalesce(region, '') with =, name with =, validity with &&)
);
create index on tax_rate (tax_category_id, country);

-- One row per kind of document: how its numbers look. {year} and {number:6} are filled in.
create table number_series (
  kind         text primary key check (kind in ('INVOICE', 'CREDIT_NOTE', 'RECEIPT', 'SUBSCRIPTION')),
  pattern      text not null check (pattern like '%{number%'),
  first_number bigint not null default 1 check (first_number > 0)
);
insert into number_series (kind, pattern)
values ('INVOICE', 'INV-{year}-{number:6}'), ('CREDIT_NOTE', 'CN-{year}-{number:6}'),
       ('RECEIPT', 'RCP-{year}-{number:6}'), ('SUBSCRIPTION', 'S-{number:4}');

-- One row per kind and issue year: the number that the next document gets. Year 0 for series without years.
create table number_sequence (
  kind       text not null references number_series,
  year       integer not null,
  next_value bigint not null check (next_value > 0),
  last_on    date,
  primary key (kind, year)
);
