package dev.quittance.statements;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.quittance.customers.Customer;
import dev.quittance.customers.NoRecipient;
import dev.quittance.identity.Logins;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Idempotency;
import dev.quittance.platform.Refused;
import dev.quittance.preferences.PortalSwitch;
import dev.quittance.preferences.Switches;
import dev.quittance.statements.MonthlyMailing.MonthlyStatement;
import dev.quittance.statements.MonthlyMailing.StatementSettings;
import dev.quittance.statements.StatementMails.Order;
import dev.quittance.statements.StatementMails.StatementMailed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Mailing statements, and whether they are mailed each month, in GraphQL. */
@Controller
class StatementMailController {
    private final StatementMails mails;
    private final MonthlyMailing monthly;
    private final Logins logins;
    private final Idempotency idempotency;
    private final Switches switches;

    StatementMailController(
            StatementMails mails,
            MonthlyMailing monthly,
            Logins logins,
            Idempotency idempotency,
            Switches switches) {
        this.switches = switches;
        this.mails = mails;
        this.monthly = monthly;
        this.logins = logins;
        this.idempotency = idempotency;
    }

    record MailStatementInput(
            UUID customerId,
            CurrencyUnit currency,
            LocalDate from,
            LocalDate to,
            @Nullable List<String> recipients,
            String idempotencyKey) {}

    record MailStatementToMeInput(
            CurrencyUnit currency, LocalDate from, LocalDate to, String idempotencyKey) {}

    record UpdateStatementSettingsInput(boolean monthly) {}

    record StatementSettingsUpdated(StatementSettings settings) {}

    record ChooseMonthlyStatementInput(UUID customerId, @Nullable Boolean monthly) {}

    record MonthlyStatementChosen(MonthlyStatement monthlyStatement) {}

    @MutationMapping
    Mono<StatementMailed> mailStatement(@Argument MailStatementInput input) {
        var order = new Order(input.customerId(), input.currency(), input.from(), input.to());
        return idempotency.once(
                "mailStatement",
                input.idempotencyKey(),
                input,
                StatementMailed.class,
                () -> mails.mail(order, input.recipients()));
    }

    @MutationMapping
    Mono<StatementMailed> mailStatementToMe(
            @Argument MailStatementToMeInput input, @ContextValue Caller caller) {
        var customer = requireNonNull(caller.customer());
        var order = new Order(customer, input.currency(), input.from(), input.to());
        return idempotency.once(
                "mailStatementToMe",
                input.idempotencyKey(),
                input,
                StatementMailed.class,
                () ->
                        switches.require(PortalSwitch.STATEMENTS, customer, null)
                                .then(Mono.defer(() -> address(caller)))
                                .flatMap(mine -> mails.mailTo(order, mine)));
    }

    private Mono<String> address(Caller caller) {
        if (caller.kind() != Caller.Kind.CONTACT || caller.id() == null) {
            return Mono.error(
                    () -> new Refused(new NoRecipient("A program has no address for mail.")));
        }
        return logins.get(caller.id()).map(login -> login.email());
    }

    @QueryMapping
    Mono<StatementSettings> statementSettings() {
        return monthly.settings();
    }

    @MutationMapping
    Mono<StatementSettingsUpdated> updateStatementSettings(
            @Argument UpdateStatementSettingsInput input) {
        return monthly.update(new StatementSettings(input.monthly()))
                .map(StatementSettingsUpdated::new);
    }

    @MutationMapping
    Mono<MonthlyStatementChosen> chooseMonthlyStatement(
            @Argument ChooseMonthlyStatementInput input) {
        return monthly.choose(input.customerId(), input.monthly()).map(MonthlyStatementChosen::new);
    }

    @BatchMapping
    Mono<Map<Customer, MonthlyStatement>> monthlyStatement(List<Customer> customers) {
        return monthly.of(customers.stream().map(Customer::id).distinct().toList())
                .map(
                        found ->
                                customers.stream()
                                        .distinct()
                                        .collect(
                                                toMap(
                                                        Function.identity(),
                                                        one ->
                                                                requireNonNull(
                                                                        found.get(one.id())))));
    }
}
