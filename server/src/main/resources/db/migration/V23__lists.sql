-- Lists filtered by what few rows are: without these they would be walked from end to end.
create index subscription_not_live on subscription (status, started_on desc, id desc) where status <> 'LIVE';
create index invoice_void_or_written_off on invoice (status, issued_on desc, id desc) where status in ('VOID', 'WRITTEN_OFF');

-- Also counts the subscribers of a plan, for which the index it replaces was made.
create index subscription_of_plan on subscription (plan_id, started_on desc, id desc) include (ended_on);
drop index subscription_plan_id_idx;
