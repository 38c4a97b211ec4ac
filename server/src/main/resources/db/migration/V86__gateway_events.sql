-- One row per thing that a gateway told by itself: where to look, never what to believe.
create table gateway_event (
  id           uuid primary key,
  gateway      text not null,
  event_ref    text not null,
  kind         text not null check (kind in ('CHARGE', 'REFUND', 'DISPUTE', 'PAYOUT', 'SETUP')),
  object_ref   text not null,
  state        text not null check (state in ('WAITING', 'DONE', 'PARKED')),
  tries        integer not null default 0,
  -- Until then it is in a worker's hands, or there is no use in looking again.
  leased_until timestamptz not null,
  received_at  timestamptz not null default now(),
  unique (gateway, event_ref)
);
create index on gateway_event (leased_until) where state = 'WAITING';
create index on gateway_event (received_at);

create index on method_setup (gateway_ref) where state = 'REQUIRES_ACTION';
