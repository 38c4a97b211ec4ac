package dev.quittance.statements;

import dev.quittance.organization.Organizations;
import dev.quittance.testing.Sales;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/** A customer with as many documents as wanted: two invoices and then a payment for both. */
@Component
class LongAccount {
    private final Organizations organizations;
    private final TransactionalOperator transaction;

    LongAccount(Organizations organizations, TransactionalOperator transaction) {
        this.organizations = organizations;
        this.transaction = transaction;
    }

    /** Documents from 2026 on, several a day; {@code mark} keeps ids and numbers apart. */
    UUID of(Sales sales, int mark, int documents) {
        var customer = sales.customer("Long account " + mark);
        var seller =
                Objects.requireNonNull(
                        organizations.seller().as(transaction::transactional).block());
        for (var sql : SQL.split(";")) {
            sales.run(
                    sql.replace("{customer}", customer.toString())
                            .replace("{seller}", seller.toString())
                            .replace("{mark}", "%04x".formatted(mark))
                            .replace("{documents}", Integer.toString(documents))
                            .strip());
        }
        return customer;
    }

    private static final String ID =
            "('0190' || '{mark}' || '-0000-7%s-8000-' || lpad(to_hex(n), 12, '0'))::uuid";
    private static final String DAY = "date '2026-01-01' + (n * 1400 / {documents})";
    private static final String SERIES = "from generate_series(1, {documents}) n";

    private static final String SQL =
            ("""
            insert into invoice (id, number, customer_id, currency, status, net_minor, tax_minor, total_minor, paid_minor,
                                 issued_on, due_on, seller_id, buyer, purchase_order)
            select [1], 'L{mark}-' || n, '{customer}', 'EUR', 'OPEN', 10000, 1900, 11900, 0, [day], [day] + 14, '{seller}',
                   '{"name": "Long"}', 'PO ' || n
            [series] where n % 3 <> 0;
            insert into payment (id, number, customer_id, currency, amount_minor, status, method, method_label, paid_on,
                                 value_on, seller_id, buyer)
            select [2], 'P{mark}-' || n, '{customer}', 'EUR', 20000, 'SUCCEEDED', 'BANK_TRANSFER', 'Bank transfer', [day],
                   [day] - 1, '{seller}', '{}'
            [series] where n % 3 = 0;
            insert into transfer (id, customer_id, currency, debit, credit, amount_minor, reason, source_kind, source_id, booked_on)
            select [3], '{customer}', 'EUR', 'RECEIVABLE', 'REVENUE', 10000, 'INVOICE_LINE', 'INVOICE', [1], [day]
            [series] where n % 3 <> 0;
            insert into transfer (id, customer_id, currency, debit, credit, amount_minor, reason, source_kind, source_id, booked_on)
            select [4], '{customer}', 'EUR', 'RECEIVABLE', 'TAX_PAYABLE', 1900, 'INVOICE_TAX', 'INVOICE', [1], [day]
            [series] where n % 3 <> 0;
            insert into transfer (id, customer_id, currency, debit, credit, amount_minor, reason, source_kind, source_id, booked_on)
            select [5], '{customer}', 'EUR', 'CLEARING', 'CUSTOMER_CREDIT', 20000, 'PAYMENT_RECEIVED', 'PAYMENT', [2], [day]
            [series] where n % 3 = 0;
            insert into allocation (id, customer_id, invoice_id, payment_id, amount_minor, made_on)
            select [6], '{customer}', (select id from invoice where number = 'L{mark}-' || n - 1), [2], 10000, [day]
            [series] where n % 3 = 0;
            insert into transfer (id, customer_id, currency, debit, credit, amount_minor, reason, source_kind, source_id, booked_on)
            select [7], '{customer}', 'EUR', 'CUSTOMER_CREDIT', 'RECEIVABLE', 10000, 'ALLOCATED', 'ALLOCATION', [6], [day]
            [series] where n % 3 = 0\
            """)
                    .replace("[day]", DAY)
                    .replace("[series]", SERIES)
                    .replace("[1]", ID.formatted("001"))
                    .replace("[2]", ID.formatted("002"))
                    .replace("[3]", ID.formatted("003"))
                    .replace("[4]", ID.formatted("004"))
                    .replace("[5]", ID.formatted("005"))
                    .replace("[6]", ID.formatted("006"))
                    .replace("[7]", ID.formatted("007"));
}
