-- Why what a gateway told could not be looked into, and when it was given up.
alter table gateway_event
  add column fault     text,
  add column parked_at timestamptz;
update gateway_event set fault = 'Not noted.', parked_at = received_at where state = 'PARKED';
alter table gateway_event
  add check (state <> 'PARKED' or fault is not null and parked_at is not null);
create index on gateway_event (id) where state = 'PARKED';
