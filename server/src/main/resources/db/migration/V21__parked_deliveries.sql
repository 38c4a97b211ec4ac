-- Parked deliveries are few among many: they are listed by event and counted.
create index delivery_parked on delivery (event_id, listener) where parked_at is not null;
