package dev.quittance.invoicing;

import dev.quittance.exchange.ExchangeRate;
import dev.quittance.organization.BankDetail;
import dev.quittance.organization.CashRounding;
import dev.quittance.organization.Seller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A bill. Once posted it never changes, but for its payment state.
 *
 * @param number given at posting
 * @param overdue whether the due day has passed and something is still due
 * @param billingGroup whose charges it bills
 * @param net the sum of the lines before tax
 * @param rounding cash rounding of the total, up or down
 * @param cashRounding to what the total is rounded; null where it is not
 * @param exchange the rate at which the tax is exchanged, on an invoice in a foreign currency
 * @param paid the sum of the allocations
 * @param takenOverOn the day as of which it was taken over from another billing system; null when
 *     it is ours
 * @param lines in order; empty in a list whose reader did not ask for them, as with {@code taxRows}
 * @param seller as on the day of posting; null where the reader did not ask, as with {@code buyer}
 */
public record Invoice(
        UUID id,
        @Nullable String number,
        InvoiceStatus status,
        boolean overdue,
        UUID customer,
        @Nullable UUID billingGroup,
        CurrencyUnit currency,
        Money net,
        Money tax,
        Money rounding,
        @Nullable CashRounding cashRounding,
        @Nullable ExchangeRate exchange,
        Money total,
        Money paid,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate dueOn,
        @Nullable UUID sellerId,
        @Nullable DocumentParty seller,
        @Nullable DocumentParty buyer,
        List<BankDetail> bankDetails,
        @Nullable String note,
        @Nullable String purchaseOrder,
        @Nullable String paymentReference,
        @Nullable Instant mailedAt,
        @Nullable LocalDate takenOverOn,
        List<InvoiceLine> lines,
        List<TaxRow> taxRows) {

    public Invoice {
        bankDetails = List.copyOf(bankDetails);
        lines = List.copyOf(lines);
        taxRows = List.copyOf(taxRows);
    }

    /** The tax in the merchant's currency; null where it is the invoice's. */
    public @Nullable TaxExchange taxExchange() {
        return TaxExchange.of(exchange, taxRows);
    }

    /** Still to be paid. */
    public Money amountDue() {
        return status == InvoiceStatus.OPEN ? total.minus(paid) : Money.zero(currency);
    }

    /** The same invoice with what was loaded beside it; without a seller the parties stay as is. */
    Invoice with(List<InvoiceLine> itsLines, List<TaxRow> itsTaxRows, @Nullable Seller its) {
        return new Invoice(
                id,
                number,
                status,
                overdue,
                customer,
                billingGroup,
                currency,
                net,
                tax,
                rounding,
                cashRounding,
                exchange,
                total,
                paid,
                issuedOn,
                dueOn,
                sellerId,
                its == null ? seller : DocumentParty.of(its),
                buyer,
                its == null ? bankDetails : its.bankDetails(),
                note,
                purchaseOrder,
                paymentReference,
                mailedAt,
                takenOverOn,
                itsLines,
                itsTaxRows);
    }

    /** Whether it is another billing system's document, of which there is no PDF here. */
    public boolean takenOver() {
        return takenOverOn != null;
    }

    /** Whether it has a number, so that it can be shown to its customer. */
    public boolean posted() {
        return number != null;
    }
}
