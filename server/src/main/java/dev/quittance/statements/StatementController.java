package dev.quittance.statements;

import dev.quittance.customers.Customer;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Page;
import dev.quittance.statements.StatementLinks.Form;
import dev.quittance.statements.Statements.Wanted;
import graphql.relay.Connection;
import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Statements of account under their customer. */
@Controller
class StatementController {
    private final Statements statements;
    private final StatementLinks links;

    StatementController(Statements statements, StatementLinks links) {
        this.statements = statements;
        this.links = links;
    }

    @SchemaMapping(typeName = "Customer")
    Mono<Statement> statement(
            Customer customer,
            @Argument @Nullable LocalDate from,
            @Argument @Nullable LocalDate to,
            @Argument @Nullable CurrencyUnit currency,
            DataFetchingEnvironment environment) {
        var unit = currency == null ? customer.currency() : currency;
        return statements.of(customer.id(), new Wanted(unit, from, to), environment);
    }

    @SchemaMapping(typeName = "Statement")
    Mono<Connection<StatementRow>> rows(
            Statement statement,
            @Argument int first,
            @Argument @Nullable String after,
            DataFetchingEnvironment environment) {
        return statements.rows(statement, Page.of(first, after), environment);
    }

    @SchemaMapping(typeName = "Statement")
    @Nullable String pdfUrl(Statement statement, @ContextValue Caller caller) {
        return links.url(statement, Form.PDF, caller);
    }

    @SchemaMapping(typeName = "Statement")
    @Nullable String csvUrl(Statement statement, @ContextValue Caller caller) {
        return links.url(statement, Form.CSV, caller);
    }
}
