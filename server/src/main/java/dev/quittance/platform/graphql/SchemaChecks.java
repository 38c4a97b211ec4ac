package dev.quittance.platform.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.SchemaReport;
import org.springframework.graphql.execution.SelfDescribingDataFetcher;

/**
 * Compares the schema with the records and controllers that serve it, at the start: every field has
 * its source, every controller its field, nullness agrees, root fields say who may, and batch
 * mappings take no arguments (which they would ignore).
 */
final class SchemaChecks {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaChecks.class);
    private static final int SHOWN = 200;

    private final boolean strict;

    SchemaChecks(boolean strict) {
        this.strict = strict;
    }

    void check(SchemaReport report) {
        var guards = AllowTable.unguarded(report.schema());
        if (!guards.isEmpty()) {
            throw new IllegalStateException("Root fields without @allow: " + guards);
        }
        var faults = faults(report);
        if (faults.isEmpty()) {
            return;
        }
        var text = String.join("\n  ", faults.subList(0, Math.min(SHOWN, faults.size())));
        if (strict) {
            throw new IllegalStateException(
                    "The schema and the code that serves it disagree:\n  " + text);
        }
        LOG.info("The schema and the code that serves it disagree in {} places.", faults.size());
        LOG.debug("Where they disagree:\n  {}", text);
    }

    private static List<String> faults(SchemaReport report) {
        var faults = new ArrayList<String>();
        report.unmappedFields().forEach(at -> faults.add(at + " has no source"));
        report.unmappedRegistrations()
                .forEach((at, by) -> faults.add(at + " is not in the schema: " + describe(by)));
        report.unmappedArguments()
                .forEach((by, names) -> faults.add(describe(by) + " takes unknown " + names));
        report.fieldNullnessErrors()
                .forEach((at, error) -> faults.add(at + " is non-null in the schema only"));
        report.argumentNullnessErrors()
                .forEach(
                        (by, errors) ->
                                errors.forEach(
                                        error ->
                                                faults.add(
                                                        describe(by)
                                                                + " does not expect null: "
                                                                + error.annotatedElement())));
        faults.addAll(batchesWithArguments(report));
        return faults;
    }

    private static List<String> batchesWithArguments(SchemaReport report) {
        var schema = report.schema();
        return schema.getAllTypesAsList().stream()
                .filter(graphql.schema.GraphQLObjectType.class::isInstance)
                .map(graphql.schema.GraphQLObjectType.class::cast)
                .flatMap(
                        type ->
                                type.getFieldDefinitions().stream()
                                        .filter(field -> !field.getArguments().isEmpty())
                                        .map(
                                                field ->
                                                        FieldCoordinates.coordinates(
                                                                type.getName(), field.getName())))
                .filter(at -> isBatch(report, schema, at))
                .map(at -> at + " has arguments, which its @BatchMapping would ignore")
                .toList();
    }

    private static boolean isBatch(SchemaReport report, GraphQLSchema schema, FieldCoordinates at) {
        return schema.getFieldDefinition(at) != null
                && report.dataFetcher(at) instanceof SelfDescribingDataFetcher<?> fetcher
                && fetcher.getClass().getSimpleName().startsWith("BatchMapping");
    }

    private static String describe(DataFetcher<?> by) {
        return by instanceof SelfDescribingDataFetcher<?> known
                ? known.getDescription()
                : by.getClass().getSimpleName();
    }
}
