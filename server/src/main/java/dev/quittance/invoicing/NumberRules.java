package dev.quittance.invoicing;

import dev.quittance.ledger.BooksRule;
import dev.quittance.organization.NumberSeries;
import dev.quittance.organization.SeriesKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must hold of the numbers of invoices and credit notes. */
@Configuration(proxyBeanMethods = false)
class NumberRules {

    @Bean
    BooksRule invoiceNumbersRule() {
        return new BooksRule(
                "invoice-numbers",
                "Invoice numbers have no gap, and their dates never run backwards.",
                NumberSeries.faults(
                        SeriesKind.INVOICE,
                        "select id, number, issued_on from invoice where number is not null and taken_over_on is null"));
    }

    @Bean
    BooksRule creditNoteNumbersRule() {
        return new BooksRule(
                "credit-note-numbers",
                "Credit note numbers have no gap, and their dates never run backwards.",
                NumberSeries.faults(
                        SeriesKind.CREDIT_NOTE,
                        "select id, number, issued_on from credit_note where kind = 'CREDIT_NOTE'"));
    }

    @Bean
    BooksRule cancellationNumbersRule() {
        return new BooksRule(
                "cancellation-numbers",
                "Cancellation numbers have no gap, and their dates never run backwards.",
                NumberSeries.faults(
                        SeriesKind.CANCELLATION,
                        "select id, number, issued_on from credit_note where kind = 'CANCELLATION'"));
    }
}
