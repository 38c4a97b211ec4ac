-- How money is taken: one row.
create table payment_rule (
  id                  boolean primary key default true check (id),
  partial_by_contacts boolean not null default false,
  overpayment_offline boolean not null default true,
  top_up_by_contacts  boolean not null default true
);
insert into payment_rule default values;

-- One row per currency in which top-ups are bounded.
create table top_up_limit (
  currency    char(3) primary key,
  least_minor bigint not null check (least_minor > 0),
  most_minor  bigint not null check (most_minor >= least_minor)
);
