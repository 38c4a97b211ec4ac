-- Reasons become names of bookings. Nothing but the name changes, so the guard may look away for once.
alter table transfer disable trigger transfer_only_grows;
update transfer
   set reason = case when source_kind = 'INVOICE' and reason = 'LINE' then 'INVOICE_LINE'
                     when source_kind = 'INVOICE' and reason = 'TAX' then 'INVOICE_TAX'
                     when source_kind = 'CREDIT_NOTE' and reason = 'LINE' then 'CREDIT_LINE'
                     when source_kind = 'CREDIT_NOTE' and reason = 'TAX' then 'CREDIT_TAX'
                     when reason = 'payment received' then 'PAYMENT_RECEIVED'
                     when reason = 'allocated' then 'ALLOCATED'
                     else reason end;
alter table transfer enable always trigger transfer_only_grows;

-- Each booking runs between two accounts; some both ways.
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
    when 'WRITTEN_OFF'          then (debit, credit) = ('BAD_DEBT', 'RECEIVABLE')
    when 'RECOVERED'            then (debit, credit) = ('RECEIVABLE', 'BAD_DEBT')
    when 'OPENING_RECEIVABLE'   then (debit, credit) in (('RECEIVABLE', 'OPENING'), ('OPENING', 'RECEIVABLE'))
    when 'OPENING_CREDIT'       then (debit, credit) in (('OPENING', 'CUSTOMER_CREDIT'), ('CUSTOMER_CREDIT', 'OPENING'))
    else false
  end);
alter table transfer add constraint transfer_source check (
  source_kind in ('INVOICE', 'CREDIT_NOTE', 'CANCELLATION', 'PAYMENT', 'ALLOCATION', 'REFUND', 'PAYOUT', 'WRITE_OFF', 'OPENING'));

-- Refunds on their way, like the other balances changed in the transfer's own statement.
alter table balance add column refund_pending_minor bigint not null default 0;
