-- Money that went back to a customer can come back days later: their bank did not take it after all.
alter table refund
  add column returned_on date,
  drop constraint refund_status_check,
  drop constraint refund_check,
  drop constraint refund_check3,
  add check (status in ('PENDING', 'SUCCEEDED', 'FAILED', 'RETURNED')),
  add check ((status in ('SUCCEEDED', 'RETURNED')) = (number is not null)),
  add check ((status in ('FAILED', 'RETURNED')) = (failure is not null)),
  add check ((status = 'RETURNED') = (returned_on is not null));

alter table refund_attempt
  drop constraint refund_attempt_state_check,
  add check (state in ('PLANNED', 'PENDING', 'SUCCEEDED', 'FAILED', 'RETURNED'));

alter table transfer drop constraint transfer_booking;
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
    when 'REFUND_RETURNED'      then (debit, credit) = ('CLEARING', 'CUSTOMER_CREDIT')
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

-- A payout takes a refund from the merchant, and may give it back.
alter table payout_part
  add column refund_returned boolean not null default false,
  add check (refund_id is not null or not refund_returned);
drop index payout_of_refund;
create unique index payout_of_refund on payout_part (refund_id, refund_returned);

-- The sandbox gateway's own memory.
alter table sandbox_refund
  add column returned_payout_id text references sandbox_payout,
  drop constraint sandbox_refund_state_check,
  drop constraint sandbox_refund_check,
  add check (state in ('PENDING', 'SUCCEEDED', 'FAILED', 'RETURNED')),
  add check ((state in ('FAILED', 'RETURNED')) = (failure is not null));
