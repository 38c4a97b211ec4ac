package dev.quittance.customers;

import dev.quittance.organization.Address;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * The company or person that is billed.
 *
 * @param externalId the merchant's or another system's own id, unique
 * @param email receives the invoices; without one nothing is mailed
 * @param invoiceRecipients receive the invoices too
 * @param taxExemption why no tax is charged; null when it is
 * @param currency proposed for new subscriptions
 * @param locale of documents and mail, a language tag
 * @param timeZone of the customer's business days; the organisation's when null
 * @param active a disabled customer is billed but gets no mail
 * @param startsOn no billing before this day
 * @param endsOn no billing from this day on
 * @param invoiceNote printed on invoices
 * @param purchaseOrder the customer's own order number, printed on invoices
 */
public record Customer(
        UUID id,
        @Nullable String externalId,
        String name,
        @Nullable String email,
        @Nullable String phone,
        List<String> invoiceRecipients,
        @Nullable Address billingAddress,
        @Nullable Address shippingAddress,
        @Nullable String taxId,
        @Nullable TaxExemption taxExemption,
        PaymentKind paymentKind,
        int dueDays,
        CurrencyUnit currency,
        String locale,
        @Nullable String timeZone,
        boolean active,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable String contractType,
        List<String> salespeople,
        @Nullable String invoiceNote,
        @Nullable String purchaseOrder,
        @Nullable String information,
        Instant createdAt) {

    public Customer {
        invoiceRecipients = List.copyOf(invoiceRecipients);
        salespeople = List.copyOf(salespeople);
    }

    /** The zone of the customer's business days. */
    public ZoneId zone(ZoneId organizations) {
        return timeZone == null ? organizations : ZoneId.of(timeZone);
    }
}
