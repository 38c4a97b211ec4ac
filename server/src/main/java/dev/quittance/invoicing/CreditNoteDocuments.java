package dev.quittance.invoicing;

import static java.util.Objects.requireNonNull;

import dev.quittance.documents.DocumentKind;
import dev.quittance.documents.DocumentPicture;
import dev.quittance.documents.DocumentPicture.Cell;
import dev.quittance.documents.DocumentPicture.Column;
import dev.quittance.documents.DocumentPicture.Fact;
import dev.quittance.documents.DocumentPicture.Look;
import dev.quittance.documents.DocumentPicture.Table;
import dev.quittance.documents.DocumentSource;
import dev.quittance.documents.Formats;
import dev.quittance.organization.Organizations;
import dev.quittance.organization.Seller;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows credit notes, as they were posted, for their PDF. */
@Component
class CreditNoteDocuments implements DocumentSource {
    private final CreditNoteRepository repository;
    private final Organizations organizations;

    CreditNoteDocuments(CreditNoteRepository repository, Organizations organizations) {
        this.repository = repository;
        this.organizations = organizations;
    }

    @Override
    public DocumentKind kind() {
        return DocumentKind.CREDIT_NOTE;
    }

    @Override
    public Mono<Posted> posted(UUID id) {
        return repository
                .byIds(List.of(id))
                .flatMapIterable(notes -> notes)
                .singleOrEmpty()
                .flatMap(
                        note ->
                                organizations
                                        .sellers(List.of(note.sellerId()))
                                        .map(
                                                sellers ->
                                                        requireNonNull(
                                                                sellers.get(note.sellerId())))
                                        .map(
                                                seller ->
                                                        new Posted(
                                                                note.customer(),
                                                                note.number() + ".pdf",
                                                                picture(note, seller))));
    }

    static DocumentPicture picture(CreditNote note, Seller seller) {
        var formats = Formats.of(Objects.requireNonNullElse(note.buyer().locale(), "en"));
        return new DocumentPicture(
                "Credit note",
                note.number(),
                note.issuedOn(),
                formats.locale(),
                new Look(seller.accentColor(), seller.logo(), seller.documentFooter()),
                Parties.seller("From", seller),
                Parties.buyer("To", note.buyer()),
                List.of(
                        new Fact("Credit note number", note.number()),
                        new Fact("Issue date", formats.day(note.issuedOn())),
                        new Fact("For invoice", note.invoiceNumber()),
                        new Fact("Reason", note.reason())),
                "%s credited".formatted(formats.money(note.total())),
                new Table(
                        List.of(
                                new Column("Description", 60, false),
                                new Column("Tax", 20, true),
                                new Column("Amount", 20, true)),
                        note.lines().stream().map(line -> row(line, formats)).toList()),
                InvoicePicture.sums(note.taxRows(), formats.money(note.net()), formats),
                new Fact("Total credited", formats.money(note.total())),
                List.of());
    }

    private static List<Cell> row(CreditNoteLine line, Formats formats) {
        var label = line.taxLabel();
        return List.of(
                new Cell(
                        line.description(), line.days() == null ? null : formats.days(line.days())),
                Cell.of(label == null ? "–" : label),
                Cell.of(formats.amount(line.net())));
    }
}
