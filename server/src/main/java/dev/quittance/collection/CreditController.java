package dev.quittance.collection;

import static java.util.stream.Collectors.toMap;

import dev.quittance.collection.PaymentRuleBook.PaymentRulesUpdated;
import dev.quittance.collection.PaymentRuleBook.UpdatePaymentRulesInput;
import dev.quittance.collection.SpendingCredit.ApplyCreditInput;
import dev.quittance.collection.SpendingCredit.CreditApplied;
import dev.quittance.collection.SpendingCredit.CreditPlan;
import dev.quittance.collection.SpendingCredit.PreviewCreditInput;
import dev.quittance.collection.WritingOff.InvoiceRecovered;
import dev.quittance.collection.WritingOff.RecoverInvoiceInput;
import dev.quittance.collection.WritingOff.RestWrittenOff;
import dev.quittance.collection.WritingOff.WriteOffInvoiceInput;
import dev.quittance.customers.Customer;
import dev.quittance.invoicing.Invoice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Account credit, write-offs and the rules of taking money, in GraphQL. */
@Controller
class CreditController {
    private final AvailableCredits credits;
    private final SpendingCredit spending;
    private final WritingOff writingOff;
    private final WriteOffs writeOffs;
    private final PaymentRuleBook rules;

    CreditController(
            AvailableCredits credits,
            SpendingCredit spending,
            WritingOff writingOff,
            WriteOffs writeOffs,
            PaymentRuleBook rules) {
        this.credits = credits;
        this.spending = spending;
        this.writingOff = writingOff;
        this.writeOffs = writeOffs;
        this.rules = rules;
    }

    @QueryMapping
    Mono<CreditPlan> previewCredit(@Argument PreviewCreditInput input) {
        return spending.preview(input);
    }

    @QueryMapping
    Mono<PaymentRules> paymentRules() {
        return rules.present();
    }

    @MutationMapping
    Mono<CreditApplied> applyCredit(@Argument ApplyCreditInput input) {
        return spending.apply(input);
    }

    @MutationMapping
    Mono<RestWrittenOff> writeOffInvoice(@Argument WriteOffInvoiceInput input) {
        return writingOff.writeOff(input);
    }

    @MutationMapping
    Mono<InvoiceRecovered> recoverInvoice(@Argument RecoverInvoiceInput input) {
        return writingOff.recover(input);
    }

    @MutationMapping
    Mono<PaymentRulesUpdated> updatePaymentRules(@Argument UpdatePaymentRulesInput input) {
        return rules.update(input);
    }

    @BatchMapping
    Mono<Map<Customer, List<AvailableCredit>>> availableCredits(List<Customer> customers) {
        return credits.of(customers.stream().map(Customer::id).distinct().toList())
                .map(
                        found ->
                                customers.stream()
                                        .distinct()
                                        .collect(
                                                toMap(
                                                        Function.identity(),
                                                        customer ->
                                                                found.getOrDefault(
                                                                        customer.id(),
                                                                        List.of()))));
    }

    @BatchMapping
    Mono<Map<Invoice, WriteOff>> writeOff(List<Invoice> invoices) {
        return writeOffs
                .present(invoices.stream().map(Invoice::id).distinct().toList())
                .collectMap(WriteOff::invoice)
                .map(
                        found -> {
                            var given = new HashMap<Invoice, WriteOff>();
                            for (var invoice : invoices) {
                                var writeOff = found.get(invoice.id());
                                if (writeOff != null) {
                                    given.put(invoice, writeOff);
                                }
                            }
                            return given;
                        });
    }
}
