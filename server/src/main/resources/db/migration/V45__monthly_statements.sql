-- Whether customers get a statement by mail each month: one row.
create table statement_setting (
  id      boolean primary key default true check (id),
  monthly boolean not null default false
);
insert into statement_setting default values;

-- One row per customer for whom it is otherwise, whatever the setting.
create table customer_statement_setting (
  customer_id uuid primary key references customer,
  monthly     boolean not null
);
