-- One row per switch of the customer portal that somebody has set for the organisation (its id is …01), a plan or a
-- customer; what has no row is inherited. Plans and customers are kept above this table, so it names no other.
create table preference (
  scope_id uuid not null,
  level    text not null check (level in ('ORGANIZATION', 'PLAN', 'CUSTOMER')),
  name     text not null check (name ~ '^[A-Z_]{1,40}$'),
  -- true, 3, "UPGRADES", or the ids of plans.
  value    jsonb not null check (jsonb_typeof(value) in ('boolean', 'number', 'string', 'array')),
  primary key (scope_id, name),
  check ((level = 'ORGANIZATION') = (scope_id = '00000000-0000-0000-0000-000000000001'))
);
