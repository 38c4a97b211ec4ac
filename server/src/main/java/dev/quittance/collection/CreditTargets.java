package dev.quittance.collection;

import static java.util.Objects.requireNonNullElse;

import dev.quittance.collection.SpendingCredit.ApplyCreditInput;
import dev.quittance.collection.Spreading.AllocationShareInput;
import dev.quittance.customers.Customers;
import dev.quittance.payments.Payable;
import dev.quittance.payments.PaymentInProgress;
import dev.quittance.payments.Payments;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Problem;
import dev.quittance.platform.Refused;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Which invoices of a customer can be paid from credit. */
@Service
class CreditTargets {
    private final BilledInvoiceRepository repository;
    private final Customers customers;
    private final Payments payments;

    CreditTargets(BilledInvoiceRepository repository, Customers customers, Payments payments) {
        this.repository = repository;
        this.customers = customers;
        this.payments = payments;
    }

    /** The invoice belongs to somebody else. */
    record InvoiceOfAnother(String invoiceNumber) implements Problem {
        @Override
        public String message() {
            return "Invoice %s belongs to another customer. Credit pays the invoices of its own customer only."
                    .formatted(invoiceNumber);
        }
    }

    /** The invoice is in another currency. */
    record InvoiceOfOtherCurrency(String invoiceNumber, CurrencyUnit currency) implements Problem {
        @Override
        public String message() {
            return "Invoice %s is in %s. Credit pays invoices of its own currency only."
                    .formatted(invoiceNumber, currency);
        }
    }

    /** What a customer owes in one currency and nobody is paying right now, oldest due first. */
    Mono<List<Payable>> open(UUID customer, CurrencyUnit currency) {
        return repository
                .open(customer, currency)
                .collectList()
                .map(found -> new Billed(customer, currency, found).payables());
    }

    /** What is to be paid, held so that nothing else is done to it until the transaction ends. */
    Mono<List<Payable>> hold(ApplyCreditInput input) {
        return customers
                .lock(input.customerId())
                .then(
                        Mono.defer(
                                () ->
                                        input.shares() == null
                                                ? open(input.customerId(), input.currency())
                                                : named(input)));
    }

    private Mono<List<Payable>> named(ApplyCreditInput input) {
        var ids =
                Billed.checked(
                        requireNonNullElse(input.shares(), List.<AllocationShareInput>of()).stream()
                                .map(AllocationShareInput::invoiceId)
                                .toList());
        return repository
                .byIds(ids)
                .collectList()
                .map(found -> checked(input, ids, found))
                .flatMap(
                        billed ->
                                payments.unfinishedOf(ids)
                                        .flatMap(
                                                payment ->
                                                        Mono.<List<Payable>>error(
                                                                new Refused(
                                                                        new PaymentInProgress(
                                                                                payment))))
                                        .defaultIfEmpty(billed.owed()));
    }

    private static Billed checked(
            ApplyCreditInput input, List<UUID> ids, List<BilledInvoice> found) {
        if (found.size() < ids.size()) {
            throw new NotFound("invoice");
        }
        for (var invoice : found) {
            var number = requireNonNullElse(invoice.number(), "that is a draft");
            if (!invoice.customer().equals(input.customerId())) {
                throw new Refused(new InvoiceOfAnother(number));
            }
            if (!invoice.due().getCurrencyUnit().equals(input.currency())) {
                throw new Refused(
                        new InvoiceOfOtherCurrency(number, invoice.due().getCurrencyUnit()));
            }
        }
        return new Billed(input.customerId(), input.currency(), found);
    }
}
