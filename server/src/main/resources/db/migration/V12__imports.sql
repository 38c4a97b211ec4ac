-- One row per uploaded file with customers.
create table customer_import (
  id             uuid primary key,
  file_name      text not null,
  status         text not null check (status in ('UPLOADED', 'CHECKING', 'CHECKED', 'RUNNING', 'COMPLETED', 'FAILED')),
  failure        text,
  uploaded_by    text not null,
  uploaded_at    timestamptz not null default now(),
  columns        jsonb not null,
  delimiter      text not null,
  mapping        jsonb not null,
  row_count      integer not null default 0,
  done_count     integer not null default 0,
  good_count     integer not null default 0,
  bad_count      integer not null default 0,
  imported_count integer not null default 0,
  -- The good rows' recurring total in the mapping's currency; null before the check.
  total_minor    numeric(30),
  currency       char(3) not null,
  -- The names of all addons that good rows need.
  addons         text[] not null default '{}',
  skip_bad_rows  boolean not null default false,
  run_by         uuid,
  run_by_name    text,
  -- The day from which the customers are billed, fixed when it is first run.
  import_on      date,
  -- Rows up to this line are done in the present pass.
  at_line        integer not null default 1,
  leased_until   timestamptz,
  check ((failure is not null) = (status = 'FAILED')),
  check (import_on is not null or imported_count = 0)
);
create index on customer_import (leased_until) where status in ('CHECKING', 'RUNNING');

-- One row per row of such a file. It becomes IMPORTED in the transaction that makes its customer.
create table import_row (
  import_id   uuid not null references customer_import,
  line        integer not null,
  cells       jsonb not null,
  state       text not null default 'NEW' check (state in ('NEW', 'GOOD', 'BAD', 'IMPORTED')),
  external_id text,
  price_minor bigint,
  primary key (import_id, line)
);

-- One row per fault in a cell, or in a whole row where no column is named.
create table import_fault (
  import_id   uuid not null,
  line        integer not null,
  part        integer not null,
  column_name text,
  reason      text not null,
  primary key (import_id, line, part),
  foreign key (import_id, line) references import_row
);
