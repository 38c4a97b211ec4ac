-- Refunds that were asked for at the gateway itself are told to staff; they are refunds like any other.
alter table notice
  drop constraint notice_kind_check,
  add constraint notice_kind_check
    check (kind in ('PAYMENT_RECEIVED', 'PAYMENT_FAILED', 'PAYMENT_DISPUTED', 'REFUND_FOUND'));
