package dev.quittance.payments;

import java.util.UUID;

/**
 * What a receipt gets when its payment succeeds.
 *
 * @param seller the merchant as it is now
 * @param buyer the customer as it is now, as JSON
 */
record ReceiptIssue(String number, UUID seller, String buyer) {}
