-- One row once demo data was begun: it is made at most once.
create table demo_mark (
  id       boolean primary key default true check (id),
  began_at timestamptz not null default now(),
  done_at  timestamptz
);
