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

-- It is there from the start, so that nothing needs to ask whether; its facts are filled in by the merchant.
insert into organization (name, legal_name, address, email, time_zone, accent_color, default_currency)
values ('My company', 'My company', '{"line1": "Street and number", "city": "City", "country": "US"}', 'billing@example.com',
        'UTC', '#2f6fed', 'USD');

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

-- A number as it is printed: document_number('INV-{year}-{number:6}', 2027, 42) is INV-2027-000042.
create function document_number(pattern text, year integer, number bigint) returns text immutable language sql as $$
  select case
    when width is null then replace(dated, '{number}', number::text)
    else replace(dated, '{number:' || width || '}', lpad(number::text, greatest(width::integer, length(number::text)), '0'))
  end
  from (select replace(pattern, '{year}', year::text) as dated, substring(pattern from '\{number:(\d+)\}') as width) parts
$$;

-- One row per kind and issue year: the number that the next document gets. Year 0 for series without years.
create table number_sequence (
  kind       text not null references number_series,
  year       integer not null,
  next_value bigint not null check (next_value > 0),
  last_on    date,
  primary key (kind, year)
);
