-- Payers write numbers in their own way: invoices are found by what is left without punctuation.
create index invoice_bare_number on invoice (upper(regexp_replace(number, '[^A-Za-z0-9]', '', 'g')));
create index invoice_bare_reference on invoice (upper(regexp_replace(payment_reference, '[^A-Za-z0-9]', '', 'g')))
  where payment_reference is distinct from number;
-- Refunds that wait until staff says that the money has left.
create index on refund (currency, amount_minor) where status = 'PENDING' and method <> 'CARD';
-- Payments that staff confirmed by hand, which a bank statement may show afterwards.
create index payment_by_hand on payment (currency, amount_minor, paid_on) where status = 'SUCCEEDED' and method <> 'CARD';
create index payout_by_amount on payout (currency, amount_minor, sent_on);
