-- The count in a number as it is printed: document_number_value('INV-{year}-{number:6}', 2027, 'INV-2027-000042') is 42.
-- Null for numbers of another pattern.
create function document_number_value(pattern text, year integer, number text) returns bigint immutable language sql as $$
  select substring(number from '^' || regexp_replace(
           replace(regexp_replace(pattern, '([].^$*+?()|[\\-])', '\\\1', 'g'), '{year}', year::text),
           '\{number(:\d+)?\}', '(\\d+)') || '$')::bigint
$$;

-- One row per time the books were checked.
create table books_check (
  id               uuid primary key,
  day              date not null,
  started_by       text not null,
  started_at       timestamptz not null default now(),
  -- The last sign of life.
  touched_at       timestamptz not null default now(),
  finished_at      timestamptz,
  rule_count       integer not null,
  rules_done       integer not null default 0,
  difference_count integer not null default 0,
  interrupted      boolean not null default false
);
create unique index books_check_unfinished on books_check ((true)) where finished_at is null;
create index on books_check (started_at desc, id desc);

-- One row per check and rule: how many differences it found, and the first of them in words.
create table books_finding (
  books_check_id   uuid not null references books_check,
  rule             text not null,
  promise          text not null,
  difference_count integer not null,
  differences      jsonb not null,
  primary key (books_check_id, rule)
);
