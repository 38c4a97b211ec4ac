package dev.quittance.imports;

import dev.quittance.customers.NewCustomer;
import dev.quittance.imports.RowReading.BadRow;
import dev.quittance.imports.RowReading.GoodRow;
import dev.quittance.organization.Address;
import dev.quittance.organization.Organization;
import dev.quittance.platform.Faults;
import dev.quittance.uploads.CsvFile.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads rows as the mapping says. The same row always reads the same. */
final class RowReader {
    /** Which field is at fault, by the paths that {@link NewCustomer#check} names. */
    private static final Map<String, ImportField> FIELDS =
            Map.of(
                    "externalId", ImportField.EXTERNAL_ID,
                    "name", ImportField.NAME,
                    "email", ImportField.EMAIL,
                    "phone", ImportField.PHONE,
                    "taxId", ImportField.TAX_ID,
                    "contractType", ImportField.CONTRACT,
                    "billingAddress.line1", ImportField.ADDRESS_LINE1,
                    "billingAddress.city", ImportField.CITY,
                    "billingAddress.postalCode", ImportField.POSTAL_CODE,
                    "billingAddress.country", ImportField.COUNTRY);

    private final List<String> columns;
    private final ImportMapping mapping;
    private final boolean decimalComma;
    private final Organization organization;
    private final Map<ImportField, Integer> places = new EnumMap<>(ImportField.class);
    private final List<Integer> addonPlaces = new ArrayList<>();

    /**
     * @param columns the names in the order of the file
     * @param decimalComma whether `29,85` may be an amount: where a comma does not separate cells
     */
    RowReader(
            List<String> columns,
            ImportMapping mapping,
            boolean decimalComma,
            Organization organization) {
        this.columns = columns;
        this.mapping = mapping;
        this.decimalComma = decimalComma;
        this.organization = organization;
        for (int i = 0; i < columns.size(); i++) {
            var field = mapping.fieldOf(columns.get(i));
            if (field == ImportField.ADDON) {
                addonPlaces.add(i);
            } else if (field != ImportField.IGNORE) {
                places.put(field, i);
            }
        }
    }

    RowReading read(Row row) {
        if (row.cells().size() != columns.size()) {
            return new BadRow(null, List.of(new ImportFault(row.line(), 1, null, ragged(row))));
        }
        var faults = new Faults();
        var read = customerRow(row, faults);
        var found =
                faults.found().stream()
                        .sorted(Comparator.comparingInt(fault -> columns.indexOf(fault.path())))
                        .toList();
        return found.isEmpty()
                ? new GoodRow(read)
                : new BadRow(
                        faulty(ImportField.EXTERNAL_ID, faults)
                                ? null
                                : read.customer().externalId(),
                        IntStream.range(0, found.size())
                                .mapToObj(
                                        i ->
                                                new ImportFault(
                                                        row.line(),
                                                        i + 1,
                                                        found.get(i).path(),
                                                        found.get(i).message()))
                                .toList());
    }

    private CustomerRow customerRow(Row row, Faults faults) {
        var customer = customer(row, faults);
        check(customer, faults);
        return new CustomerRow(
                customer,
                price(row, faults),
                MinimumTerm.months(
                        faults, column(ImportField.CONTRACT), cell(row, ImportField.CONTRACT)),
                addons(row, faults));
    }

    private NewCustomer customer(Row row, Faults faults) {
        var externalId = cell(row, ImportField.EXTERNAL_ID);
        var name = cell(row, ImportField.NAME);
        faults.check(
                externalId != null || !places.containsKey(ImportField.EXTERNAL_ID),
                column(ImportField.EXTERNAL_ID),
                "must not be empty");
        return new NewCustomer(
                externalId,
                name != null ? name : externalId != null ? externalId : "",
                cell(row, ImportField.EMAIL),
                cell(row, ImportField.PHONE),
                null,
                address(row, faults),
                null,
                cell(row, ImportField.TAX_ID),
                null,
                PaymentWords.kind(
                        faults,
                        column(ImportField.PAYMENT_METHOD),
                        cell(row, ImportField.PAYMENT_METHOD)),
                null,
                mapping.currency(),
                null,
                null,
                null,
                null,
                cell(row, ImportField.CONTRACT),
                null,
                null,
                null,
                null,
                null);
    }

    private @Nullable Address address(Row row, Faults faults) {
        var line1 = cell(row, ImportField.ADDRESS_LINE1);
        var city = cell(row, ImportField.CITY);
        var postalCode = cell(row, ImportField.POSTAL_CODE);
        var country =
                Countries.code(faults, column(ImportField.COUNTRY), cell(row, ImportField.COUNTRY));
        if (line1 == null && city == null && postalCode == null) {
            faults.check(
                    cell(row, ImportField.TAX_ID) == null,
                    column(ImportField.TAX_ID),
                    "needs a billing address beside it: invoices must show both. Add the address, or leave the tax id out");
            return null;
        }
        return new Address(
                null,
                line1 == null ? "" : line1,
                null,
                city == null ? "" : city,
                null,
                postalCode,
                country == null ? "" : country);
    }

    /** What the customers package would refuse, told by column; one fault a column is enough. */
    private void check(NewCustomer customer, Faults faults) {
        var refused = new Faults();
        customer.check(organization, refused);
        for (var fault : refused.found()) {
            var field = FIELDS.get(fault.path());
            if (field == ImportField.NAME && !places.containsKey(ImportField.NAME)) {
                field = ImportField.EXTERNAL_ID;
            }
            if (field == null) {
                faults.add(fault.path(), fault.message());
            } else if (!faulty(field, faults)) {
                faults.add(column(field), fault.message());
            }
        }
    }

    private @Nullable Money price(Row row, Faults faults) {
        var cell = cell(row, ImportField.PRICE);
        return places.containsKey(ImportField.PRICE)
                ? PriceText.read(
                        faults,
                        column(ImportField.PRICE),
                        cell == null ? "" : cell,
                        mapping.currency(),
                        decimalComma)
                : null;
    }

    private List<String> addons(Row row, Faults faults) {
        return addonPlaces.stream()
                .flatMap(
                        place ->
                                AddonWords.name(faults, columns.get(place), row.cells().get(place))
                                        .stream())
                .distinct()
                .toList();
    }

    private boolean faulty(ImportField field, Faults faults) {
        return faults.found().stream().anyMatch(fault -> fault.path().equals(column(field)));
    }

    /** The text of a cell; null when it is blank or no column holds the field. */
    private @Nullable String cell(Row row, ImportField field) {
        var place = places.get(field);
        var text = place == null ? "" : row.cells().get(place).strip();
        return text.isEmpty() ? null : text;
    }

    private String column(ImportField field) {
        var place = places.get(field);
        return place == null ? field.name() : columns.get(place);
    }

    private String ragged(Row row) {
        return "the row has %d cells, the header %d. A cell that contains the delimiter or a line break must stand in quotes"
                .formatted(row.cells().size(), columns.size());
    }
}
