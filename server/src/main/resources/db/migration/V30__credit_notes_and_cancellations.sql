-- A cancellation gives back what is left of an invoice, in a number series of its own.
alter table number_series drop constraint number_series_kind_check;
alter table number_series add constraint number_series_kind_check
  check (kind in ('INVOICE', 'CREDIT_NOTE', 'CANCELLATION', 'RECEIPT', 'SUBSCRIPTION'));
insert into number_series (kind, pattern) values ('CANCELLATION', 'CXL-{year}-{number:6}');

alter table document_file drop constraint document_file_kind_check;
alter table document_file add constraint document_file_kind_check
  check (kind in ('INVOICE', 'CREDIT_NOTE', 'CANCELLATION', 'RECEIPT'));

alter table mail drop constraint mail_document_kind_check;
alter table mail add constraint mail_document_kind_check
  check (document_kind in ('INVOICE', 'CREDIT_NOTE', 'CANCELLATION', 'RECEIPT'));

-- A credit note may be free: without an invoice. A cancellation never is, and may be of nothing.
alter table credit_note
  add column kind text not null default 'CREDIT_NOTE' check (kind in ('CREDIT_NOTE', 'CANCELLATION')),
  alter column invoice_id drop not null,
  add check (kind = 'CREDIT_NOTE' or invoice_id is not null),
  drop constraint credit_note_check,
  add check (total_minor = net_minor + tax_minor and total_minor >= 0),
  add check (kind = 'CANCELLATION' or total_minor > 0);
alter table credit_note alter column kind drop default;
create unique index credit_note_cancels on credit_note (invoice_id) where kind = 'CANCELLATION';
create index on credit_note (issued_on desc, id desc);
create index on credit_note (number text_pattern_ops);

-- Credited by quantity or, where that is null, by amount. A cancellation takes whatever stands in the line.
alter table credit_note_line
  add column quantity numeric(26, 12) check (quantity > 0),
  add column unit_price numeric(26, 12),
  alter column invoice_line_id drop not null,
  drop constraint credit_note_line_net_minor_check;

-- What belongs together: an added charge with its bill, an invoice with the cancelled one that it replaces.
alter table invoice
  add column supplements_id uuid references invoice,
  add column replaces_id uuid unique references invoice;
create index on invoice (supplements_id) where supplements_id is not null;

-- An allocation that was undone stays, and pays nothing any more.
alter table allocation add column undone_on date;
create index on allocation (credit_note_id) where credit_note_id is not null;
