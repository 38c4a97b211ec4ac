-- One row per person who may sign in to one of the two apps.
create table login (
  id                  uuid primary key,
  app                 text not null check (app in ('PORTAL', 'CONSOLE')),
  email               text not null check (email = lower(email) and email like '%_@_%'),
  name                text not null check (name <> ''),
  staff_role          text check (staff_role in ('OWNER', 'ADMIN', 'BILLING', 'SUPPORT', 'READ_ONLY')),
  status              text not null check (status in ('INVITED', 'ACTIVE', 'DISABLED')),
  password_hash       text,
  password_changed_at timestamptz,
  last_sign_in_at     timestamptz,
  created_at          timestamptz not null default now(),
  unique (app, email),
  check ((app = 'CONSOLE') = (staff_role is not null)),
  check (status <> 'ACTIVE' or password_hash is not null)
);

-- One row per customer that a portal login may see; `customer_id` and `contact_id` are ids of the customers package.
create table portal_access (
  login_id     uuid not null references login,
  customer_id  uuid not null,
  contact_id   uuid not null unique,
  contact_role text not null check (contact_role in ('PRIMARY', 'BILLING', 'VIEWER')),
  enabled      boolean not null default true,
  primary key (login_id, customer_id)
);
create index on portal_access (customer_id);

-- One row per sign-in of a web app. The cookie's value is known by its hash only.
create table session (
  id           uuid primary key,
  token_hash   bytea not null unique,
  login_id     uuid not null references login,
  customer_id  uuid,
  created_at   timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at   timestamptz not null,
  ended_at     timestamptz
);
create index on session (login_id) where ended_at is null;
create index on session (expires_at);

-- One row per session that still counts, with all that says who the person is and what they may.
create view open_session as
select session.id, session.token_hash, session.login_id, session.customer_id, session.last_seen_at, session.expires_at,
       login.app, login.name, login.staff_role, portal_access.contact_role
  from session
  join login on login.id = session.login_id and login.status = 'ACTIVE'
  left join portal_access on portal_access.login_id = session.login_id
                         and portal_access.customer_id = session.customer_id
                         and portal_access.enabled
 where session.ended_at is null
   and (login.staff_role is not null or portal_access.contact_role is not null);

-- One row per invitation or password reset that was mailed last; issuing another ends it, using it removes it.
create table one_time_link (
  login_id   uuid not null references login,
  purpose    text not null check (purpose in ('INVITATION', 'PASSWORD_RESET')),
  token_hash bytea not null unique,
  expires_at timestamptz not null,
  primary key (login_id, purpose)
);

-- One row per account or address that tried to sign in lately without success.
create table sign_in_failure (
  subject       text primary key,
  failures      integer not null,
  first_at      timestamptz not null,
  blocked_until timestamptz
);
create index on sign_in_failure (first_at);

-- One row per program of a third party.
create table api_client (
  id            uuid primary key,
  client_id     text not null unique,
  name          text not null check (name <> ''),
  secret_hash   bytea not null,
  scopes        text[] not null check (cardinality(scopes) > 0),
  customer_id   uuid,
  enabled       boolean not null default true,
  created_at    timestamptz not null default now(),
  secret_set_at timestamptz not null default now(),
  last_token_at timestamptz
);

-- One row per key that signs or once signed access tokens; the private half is sealed.
create table signing_key (
  id          uuid primary key,
  public_jwk  text not null,
  sealed_jwk  bytea not null,
  created_at  timestamptz not null default now(),
  retired_at  timestamptz
);
create unique index signing_key_in_use on signing_key ((true)) where retired_at is null;
