-- How bank statements are dealt with: one row.
create table bank_rule (
  id         boolean primary key default true check (id),
  book_exact boolean not null default false
);
insert into bank_rule default values;

-- What a bank statement shows to have arrived, or left, is booked by the entry of that statement.
alter table transfer drop constraint transfer_booking;
alter table transfer drop constraint transfer_source;
alter table transfer add constraint transfer_booking check (
  case reason
    when 'INVOICE_LINE'         then (debit, credit) in (('RECEIVABLE', 'REVENUE'), ('REVENUE', 'RECEIVABLE'))
    when 'INVOICE_TAX'          then (debit, credit) in (('RECEIVABLE', 'TAX_PAYABLE'), ('TAX_PAYABLE', 'RECEIVABLE'))
    when 'INVOICE_ROUNDING'     then (debit, credit) in (('RECEIVABLE', 'ROUNDING'), ('ROUNDING', 'RECEIVABLE'))
    when 'CREDIT_LINE'          then (debit, credit) in (('REVENUE', 'CUSTOMER_CREDIT'), ('CUSTOMER_CREDIT', 'REVENUE'))
    when 'CREDIT_TAX'           then (debit, credit) in (('TAX_PAYABLE', 'CUSTOMER_CREDIT'), ('CUSTOMER_CREDIT', 'TAX_PAYABLE'))
    when 'CREDIT_ROUNDING'      then (debit, credit) in (('ROUNDING', 'CUSTOMER_CREDIT'), ('CUSTOMER_CREDIT', 'ROUNDING'))
    when 'PAYMENT_RECEIVED'     then (debit, credit) = ('CLEARING', 'CUSTOMER_CREDIT')
    when 'PAYMENT_REVERSED'     then (debit, credit) = ('CUSTOMER_CREDIT', 'CLEARING')
    when 'REVERSAL_WON'         then (debit, credit) = ('CLEARING', 'CUSTOMER_CREDIT')
    when 'ALLOCATED'            then (debit, credit) = ('CUSTOMER_CREDIT', 'RECEIVABLE')
    when 'ALLOCATION_UNDONE'    then (debit, credit) = ('RECEIVABLE', 'CUSTOMER_CREDIT')
    when 'REFUND_BEGUN'         then (debit, credit) = ('CUSTOMER_CREDIT', 'REFUND_PENDING')
    when 'REFUND_SETTLED'       then (debit, credit) = ('REFUND_PENDING', 'CLEARING')
    when 'REFUND_FAILED'        then (debit, credit) = ('REFUND_PENDING', 'CUSTOMER_CREDIT')
    when 'GATEWAY_FEE'          then (debit, credit) = ('FEES', 'CLEARING')
    when 'GATEWAY_FEE_RETURNED' then (debit, credit) = ('CLEARING', 'FEES')
    when 'PAYOUT'               then (debit, credit) = ('BANK', 'CLEARING')
    when 'PAYOUT_RETURNED'      then (debit, credit) = ('CLEARING', 'BANK')
    when 'BANK_CAME_IN'         then (debit, credit) = ('BANK', 'CLEARING')
    when 'BANK_WENT_OUT'        then (debit, credit) = ('CLEARING', 'BANK')
    when 'WRITTEN_OFF'          then (debit, credit) = ('BAD_DEBT', 'RECEIVABLE')
    when 'RECOVERED'            then (debit, credit) = ('RECEIVABLE', 'BAD_DEBT')
    when 'OPENING_RECEIVABLE'   then (debit, credit) in (('RECEIVABLE', 'OPENING'), ('OPENING', 'RECEIVABLE'))
    when 'OPENING_CREDIT'       then (debit, credit) in (('OPENING', 'CUSTOMER_CREDIT'), ('CUSTOMER_CREDIT', 'OPENING'))
    else false
  end);
alter table transfer add constraint transfer_source check (
  source_kind in ('INVOICE', 'CREDIT_NOTE', 'CANCELLATION', 'PAYMENT', 'ALLOCATION', 'REFUND', 'PAYOUT', 'DISPUTE',
                  'BANK_ENTRY', 'WRITE_OFF', 'OPENING'));
