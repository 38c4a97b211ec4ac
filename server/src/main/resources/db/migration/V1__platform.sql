-- The application's role reads and writes rows; it owns nothing and changes no table.
grant usage on schema public to "${application_role}";
alter default privileges in schema public grant select, insert, update, delete on tables to "${application_role}";
alter default privileges in schema public grant usage, select on sequences to "${application_role}";
alter default privileges in schema public grant execute on functions to "${application_role}";

create extension if not exists btree_gist;

-- The one business clock: how many days ahead of real time a sandbox is, and where it is being moved.
create table business_clock (
  id         smallint primary key default 1 check (id = 1),
  ahead_days integer  not null default 0,
  moving_to  date
);
insert into business_clock default values;

-- How far one kind of work by date is done in one billing zone.
create table due_work (
  zone         text not null,
  name         text not null,
  done_through date not null,
  primary key (zone, name)
);

-- Something that happened, told to the listeners after its transaction.
create table event (
  id       bigint      generated always as identity primary key,
  type     text        not null,
  stream   uuid        not null,
  payload  jsonb       not null,
  added_at timestamptz not null default now()
);
create index on event (added_at);

-- An event one listener has not heard yet; the row goes when it has.
create table delivery (
  event_id  bigint      not null references event,
  listener  text        not null,
  stream    uuid        not null,
  attempts  integer     not null default 0,
  due_at    timestamptz not null default now(),
  parked_at timestamptz,
  fault     text,
  primary key (listener, stream, event_id)
);
create index on delivery (due_at, event_id) where parked_at is null;
create index on delivery (event_id);

-- One act asked for with a key: what was asked and what came of it.
create table idempotency_key (
  actor      text        not null,
  mutation   text        not null,
  key        text        not null,
  input_hash bytea       not null,
  type       text,
  outcome    jsonb,
  added_at   timestamptz not null default now(),
  primary key (actor, mutation, key)
);
create index on idempotency_key (added_at);

-- One thing that happened to a subject: who, when, before, after, why.
create table history_entry (
  id           uuid        primary key,
  at           timestamptz not null,
  on_day       date        not null,
  actor_kind   text        not null,
  actor_id     uuid,
  actor        text        not null,
  subject_kind text        not null,
  subject_id   uuid        not null,
  customer_id  uuid,
  what         text        not null,
  before       jsonb,
  after        jsonb,
  reason       text
);
create index on history_entry (subject_kind, subject_id, id desc);
create index on history_entry (customer_id, id desc) where customer_id is not null;
