package dev.quittance.customers;

import static dev.quittance.platform.Given.or;
import static java.util.Objects.requireNonNullElse;

import dev.quittance.organization.Address;
import dev.quittance.platform.Faults;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;

/** What is to change about a customer. What is left out stays; an explicit null empties. */
record CustomerChange(
        UUID id,
        ArgumentValue<String> externalId,
        ArgumentValue<String> name,
        ArgumentValue<String> email,
        ArgumentValue<String> phone,
        ArgumentValue<List<String>> invoiceRecipients,
        ArgumentValue<Address> billingAddress,
        ArgumentValue<Address> shippingAddress,
        ArgumentValue<String> taxId,
        ArgumentValue<TaxExemption> taxExemption,
        ArgumentValue<PaymentKind> paymentKind,
        ArgumentValue<Integer> dueDays,
        ArgumentValue<CurrencyUnit> currency,
        ArgumentValue<String> locale,
        ArgumentValue<String> timeZone,
        ArgumentValue<Boolean> active,
        ArgumentValue<LocalDate> startsOn,
        ArgumentValue<LocalDate> endsOn,
        ArgumentValue<String> contractType,
        ArgumentValue<List<String>> salespeople,
        ArgumentValue<String> invoiceNote,
        ArgumentValue<String> purchaseOrder,
        ArgumentValue<String> information) {

    /** The customer once changed; what can't be accepted is noted in {@code faults}. */
    Customer applied(Customer present, Faults faults) {
        return CustomerCheck.checked(
                new Customer(
                        present.id(),
                        or(externalId, present.externalId()),
                        // A name taken away is found by the check, as an empty one.
                        requireNonNullElse(or(name, present.name()), ""),
                        or(email, present.email()),
                        or(phone, present.phone()),
                        list(invoiceRecipients, present.invoiceRecipients()),
                        or(billingAddress, present.billingAddress()),
                        or(shippingAddress, present.shippingAddress()),
                        or(taxId, present.taxId()),
                        or(taxExemption, present.taxExemption()),
                        kept("paymentKind", paymentKind, present.paymentKind(), faults),
                        kept("dueDays", dueDays, present.dueDays(), faults),
                        kept("currency", currency, present.currency(), faults),
                        kept("locale", locale, present.locale(), faults),
                        or(timeZone, present.timeZone()),
                        kept("active", active, present.active(), faults),
                        or(startsOn, present.startsOn()),
                        or(endsOn, present.endsOn()),
                        or(contractType, present.contractType()),
                        list(salespeople, present.salespeople()),
                        or(invoiceNote, present.invoiceNote()),
                        or(purchaseOrder, present.purchaseOrder()),
                        or(information, present.information()),
                        present.createdAt()),
                faults);
    }

    private static List<String> list(ArgumentValue<List<String>> given, List<String> present) {
        return requireNonNullElse(or(given, present), List.of());
    }

    private static <T> T kept(String path, ArgumentValue<T> given, T present, Faults faults) {
        @Nullable T value = or(given, present);
        faults.check(value != null, path, "must not be empty");
        return value == null ? present : value;
    }
}
