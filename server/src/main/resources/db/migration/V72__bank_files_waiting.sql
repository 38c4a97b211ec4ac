-- The list of files that are not imported yet.
create index on bank_file (id desc) where status <> 'IMPORTED';
