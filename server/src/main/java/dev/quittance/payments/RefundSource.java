package dev.quittance.payments;

import dev.quittance.documents.DocumentKind;
import dev.quittance.documents.DocumentSource;
import dev.quittance.invoicing.DocumentParty;
import dev.quittance.organization.Organizations;
import dev.quittance.platform.Columns;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refunds as documents, from what was kept when the money went back. */
@Component
class RefundSource implements DocumentSource {
    private final DatabaseClient db;
    private final Organizations organizations;

    RefundSource(DatabaseClient db, Organizations organizations) {
        this.db = db;
        this.organizations = organizations;
    }

    @Override
    public DocumentKind kind() {
        return DocumentKind.REFUND;
    }

    @Override
    public Flux<Posted> posted(Collection<UUID> refunds) {
        return Flux.fromIterable(refunds).concatMap(this::posted);
    }

    private Mono<Posted> posted(UUID refund) {
        return find(refund)
                .flatMap(
                        paper ->
                                organizations
                                        .sellers(List.of(paper.seller()))
                                        .mapNotNull(sellers -> sellers.get(paper.seller()))
                                        .map(
                                                seller ->
                                                        new Posted(
                                                                refund,
                                                                paper.customer(),
                                                                paper.number() + ".pdf",
                                                                RefundPicture.of(paper, seller))));
    }

    private Mono<RefundPaper> find(UUID refund) {
        return db.sql(
                        """
                        select r.number, r.customer_id, r.seller_id, r.buyer, r.amount_minor, r.currency, r.method,
                               r.method_label, r.reason, r.settled_on, r.value_on, p.number as receipt, p.paid_on,
                               p.amount_minor as paid_minor
                          from refund r
                          join payment p on p.id = r.payment_id
                         where r.id = :refund and r.number is not null
                        """)
                .bind("refund", refund)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new RefundPaper(
                                    column.text("number"),
                                    column.id("customer_id"),
                                    column.id("seller_id"),
                                    column.json("buyer", DocumentParty.class),
                                    column.money("amount"),
                                    column.choice("method", PaymentMethodKind.class),
                                    column.text("method_label"),
                                    column.text("reason"),
                                    column.day("settled_on"),
                                    column.dayOrNull("value_on"),
                                    column.text("receipt"),
                                    column.day("paid_on"),
                                    column.money("paid"));
                        })
                .one();
    }
}
