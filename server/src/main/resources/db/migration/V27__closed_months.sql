-- How far the books are closed: one row. Nothing is booked on that day or before.
create table books_closing (
  id             boolean primary key default true check (id),
  closed_through date
);
insert into books_closing default values;

-- Who closes waits for what is being booked, and who books for who closes.
create function keep_books_closed() returns trigger language plpgsql as $$
declare
  last date;
begin
  perform pg_advisory_xact_lock_shared(25, 0);
  select closed_through into last from books_closing;
  if exists (select from booked where booked_on <= last) then
    raise exception 'The books are closed through %.', last using errcode = 'QB001', detail = to_char(last, 'YYYY-MM-DD');
  end if;
  return null;
end $$;
create trigger keep_books_closed after insert on transfer referencing new table as booked
  for each statement execute function keep_books_closed();
alter table transfer enable always trigger keep_books_closed;
