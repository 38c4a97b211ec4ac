package dev.quittance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.banking.BankCases;
import dev.quittance.collection.PaymentCases;
import dev.quittance.identity.People;
import dev.quittance.payments.Books;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Permission;
import dev.quittance.testing.Asked;
import dev.quittance.testing.DocumentCases;
import dev.quittance.testing.IntegrationTest;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.execution.GraphQlSource;

/**
 * Every mutation that takes a key, twenty times at once with one: it acts once, and answers the
 * same to all. Whatever may cost or credit money takes one.
 */
class EveryKeyTests extends IntegrationTest {
    private static final int TWENTY = 20;
    private static final String KEY = "idempotencyKey";
    private static final ParameterizedTypeReference<Map<String, Object>> FACTS =
            new ParameterizedTypeReference<>() {};

    /** Who holds only these moves no money. */
    private static final Set<String> WITHOUT_MONEY =
            Set.of(
                    "CATALOG_WRITE",
                    "CUSTOMER_WRITE",
                    "SETTINGS_WRITE",
                    "USERS_MANAGE",
                    "OPERATIONS_WRITE",
                    "STAFF",
                    "CONTACT",
                    "CONTACT_PRIMARY",
                    "SIGNED_IN",
                    "EVERYONE");

    /** What takes no key, though it stands among what moves money, and why. */
    private static final Map<String, String> WITHOUT_KEY =
            Map.ofEntries(
                    Map.entry("continuePayment", "goes on with what was begun under a key"),
                    Map.entry("continuePaymentMethod", "goes on with what was begun under a key"),
                    Map.entry("renamePaymentMethod", "moves no money; states the name"),
                    Map.entry("setDefaultPaymentMethod", "moves no money; states the method"),
                    Map.entry("removePaymentMethod", "moves no money; twice: it is gone already"),
                    Map.entry("setSubscriptionMethod", "moves no money; states the method"),
                    Map.entry("moveSubscriptions", "moves no money; twice: nothing left"),
                    Map.entry("enableAutoCharge", "charges nothing that is there; twice: it is on"),
                    Map.entry("disableAutoCharge", "moves no money; twice: it is off"),
                    Map.entry("pauseDunning", "moves no money; twice: it is paused"),
                    Map.entry("resumeDunning", "moves no money; twice: it goes on"),
                    Map.entry("stopDunning", "moves no money; twice: nothing left"),
                    Map.entry("tryChargeNow", "one try at a time; what is paid is not charged"),
                    Map.entry("updateMyDetails", "moves no money"),
                    Map.entry("markNoticesRead", "moves no money; twice: they are read"),
                    Map.entry("markAllNoticesRead", "moves no money; twice: all are read"),
                    Map.entry("removeScheduledCancellation", "costs nothing; twice: nothing left"),
                    Map.entry("redeemCoupon", "a coupon acts on a subscription once"),
                    Map.entry("removeCoupon", "twice: it is off already"),
                    Map.entry("changeSchedule", "moves no money; states the days"),
                    Map.entry("deleteSchedule", "moves no money; twice: nothing left"),
                    Map.entry("removeScheduledChange", "costs nothing; twice: nothing left"),
                    Map.entry("updateInvoiceDraft", "moves no money; names the version it saw"),
                    Map.entry("deleteInvoiceDraft", "moves no money; names the version it saw"),
                    Map.entry("retryMail", "moves no money"),
                    Map.entry("startBillRun", "one at a time, and a period is billed once"),
                    Map.entry("unparkCustomer", "moves no money"),
                    Map.entry("checkBooks", "only looks"),
                    Map.entry("fetchDisputes", "what is known is not taken again"),
                    Map.entry("openSandboxDispute", "one undecided dispute of a payment at a time"),
                    Map.entry("decideSandboxDispute", "a dispute is decided once"),
                    Map.entry("closeBooks", "moves no money; states the day to be closed"),
                    Map.entry("checkCustomerImport", "only looks"),
                    Map.entry("runCustomerImport", "an import runs once"),
                    Map.entry("checkTakeOver", "only looks"),
                    Map.entry("stateTakeOverTotals", "moves no money; the old system's figures"),
                    Map.entry("runTakeOver", "a take-over runs once"),
                    Map.entry("undoTakeOver", "what is taken back cannot be taken back again"),
                    Map.entry("fetchPayouts", "a payout is booked once, by its gateway's id"),
                    Map.entry("checkBankFile", "only looks"),
                    Map.entry("importBankFile", "a file is imported once, an entry is here once"),
                    Map.entry("discardBankFile", "moves no money"),
                    Map.entry("bookExactBankEntries", "an entry is booked once"),
                    Map.entry("matchBankStatement", "only suggests"),
                    Map.entry("setAsideBankEntry", "moves no money; an open entry only"),
                    Map.entry("moveClock", "states the day; its work is done once a day"));

    /** One and the same: a key is one person's. */
    private final Caller clerk = staff(Permission.values());

    @Autowired private GraphQlSource source;
    @Autowired private Books books;
    @Autowired private People people;

    @AfterAll
    void theBooksAgree() {
        books.mustAgree();
    }

    @TestFactory
    Stream<DynamicTest> twentyAtOnceAreOneActAndTwentyEqualAnswers() {
        return cases().entrySet().stream()
                .map(
                        each ->
                                DynamicTest.dynamicTest(
                                        each.getKey(),
                                        () -> once(each.getKey(), each.getValue().get())));
    }

    @Test
    void everyMutationThatTakesAKeyIsTriedHere() {
        assertThat(cases().keySet()).containsExactlyInAnyOrderElementsOf(named(true));
    }

    @Test
    void whateverMayMoveMoneyTakesAKey() {
        assertThat(named(false)).containsExactlyInAnyOrderElementsOf(WITHOUT_KEY.keySet());
    }

    private Map<String, Supplier<Asked>> cases() {
        var cases = new TreeMap<String, Supplier<Asked>>();
        var payments = new PaymentCases(books, asOwner());
        cases.putAll(payments.all());
        cases.putAll(
                new BankCases(
                                books,
                                db,
                                () -> UUID.fromString(payments.refund()),
                                () -> payments.confirmed(books.customer("Ada")),
                                () -> payout(payments),
                                (entry, payment) ->
                                        ask(
                                                clerk,
                                                "linkBankPayment",
                                                Map.of("entryId", entry, "paymentId", payment),
                                                entry.toString()))
                        .all());
        cases.putAll(new DocumentCases(asOwner(), this::expire).all());
        cases.put("forwardInvoice", this::forwarded);
        return cases;
    }

    private Asked forwarded() {
        var customer = books.customer("Ada");
        var contact =
                asOwner()
                        .document(
                                "mutation($i: AddContactInput!) { addContact(input: $i) { ... on ContactAdded { contact { id } } } }")
                        .variable(
                                "i",
                                Map.of(
                                        "customerId", customer,
                                        "name", "Bea",
                                        "email", "bea@example.com",
                                        "role", "VIEWER"))
                        .execute()
                        .path("addContact.contact.id")
                        .entity(UUID.class)
                        .get();
        var input =
                Map.of(
                        "invoiceId",
                        books.invoice(customer, "USD", 500, LocalDate.of(2030, 2, 1)),
                        "contactIds",
                        List.of(contact),
                        "subject",
                        "For you",
                        "body",
                        "See the attachment.");
        return Asked.changed(input, "subject", "For somebody else").by(customer);
    }

    private void expire(UUID trial) {
        db.sql(
                        """
                        update subscription set phase = 'TRIAL_EXPIRED', ended_on = trial_ends_on, next_bill_on = null
                         where id = :id
                        """)
                .bind("id", trial)
                .then()
                .block();
    }

    private UUID payout(PaymentCases payments) {
        payments.toppedUp();
        graphql(clerk)
                .document("mutation { fetchPayouts { __typename } }")
                .execute()
                .path("fetchPayouts.__typename")
                .entity(String.class)
                .isEqualTo("PayoutsFetched");
        return Objects.requireNonNull(
                db.sql("select id from payout order by id desc limit 1")
                        .mapValue(UUID.class)
                        .one()
                        .block());
    }

    private void once(String mutation, Asked asked) throws Exception {
        var key = UUID.randomUUID().toString();
        var caller = caller(asked);

        var answers = new HashSet<Map<String, Object>>();
        try (var threads = Executors.newFixedThreadPool(TWENTY)) {
            var running =
                    IntStream.range(0, TWENTY)
                            .mapToObj(
                                    _ ->
                                            threads.submit(
                                                    () ->
                                                            ask(
                                                                    caller,
                                                                    mutation,
                                                                    asked.input(),
                                                                    key)))
                            .toList();
            for (var one : running) {
                answers.add(one.get());
            }
        }

        assertThat(answers).hasSize(1);
        assertThat(String.valueOf(answers.iterator().next().get("__typename")))
                .isNotIn("InvalidInput", "KeyReused")
                .satisfies(type -> assertThat(isProblem(type)).as(type).isFalse());
        assertThat(ask(caller, mutation, asked.other(), key))
                .containsEntry("__typename", "KeyReused");
        assertThat(ask(caller, mutation, asked.input(), key)).isIn(answers);
    }

    private Caller caller(Asked asked) {
        if (asked.contactOf() == null) {
            return clerk;
        }
        people.portal(http(), asked.contactOf());
        var newest = "select id from login where email like 'contact%' order by id desc limit 1";
        var login = db.sql(newest).mapValue(UUID.class).one().block();
        return new Caller(
                Caller.Kind.CONTACT,
                login,
                "Connie Contact",
                Set.of(Permission.CONTACT, Permission.CONTACT_BILLING, Permission.CONTACT_PRIMARY),
                asked.contactOf(),
                null);
    }

    private Map<String, Object> ask(
            Caller caller, String mutation, Map<String, Object> input, String key) {
        var field =
                Objects.requireNonNull(source.schema().getMutationType())
                        .getFieldDefinition(mutation);
        var type = GraphQLTypeUtil.unwrapAll(field.getArgument("input").getType()).getName();
        var all = new HashMap<String, Object>(input);
        all.put(KEY, key);
        return graphql(caller)
                .document(
                        "mutation($i: %s!) { %s(input: $i) { __typename %s } }"
                                .formatted(type, mutation, ids(field)))
                .variable("i", all)
                .execute()
                .path(mutation)
                .entity(FACTS)
                .get();
    }

    /** Asks for the ids of all that an answer may hold. */
    private static String ids(GraphQLFieldDefinition field) {
        var asked = new StringBuilder();
        if (GraphQLTypeUtil.unwrapNonNull(field.getType()) instanceof GraphQLUnionType union) {
            for (var member : union.getTypes()) {
                var object = (GraphQLObjectType) member;
                for (var part : object.getFieldDefinitions()) {
                    if (GraphQLTypeUtil.unwrapAll(part.getType()) instanceof GraphQLObjectType of
                            && of.getFieldDefinition("id") != null) {
                        asked.append(
                                " ... on %s { %s_%s: %s { id } }"
                                        .formatted(
                                                object.getName(),
                                                object.getName(),
                                                part.getName(),
                                                part.getName()));
                    }
                }
            }
        }
        return asked.toString();
    }

    private boolean isProblem(String type) {
        return source.schema().getObjectType(type).getInterfaces().stream()
                .anyMatch(one -> one.getName().equals("Problem"));
    }

    /** Those with a key; or those without one, though they may move money. */
    private Set<String> named(boolean withKey) {
        var found = new TreeSet<String>();
        Objects.requireNonNull(source.schema().getMutationType()).getFieldDefinitions().stream()
                .filter(field -> takesKey(field) == withKey && (withKey || mayMoveMoney(field)))
                .forEach(field -> found.add(field.getName()));
        return found;
    }

    private static boolean mayMoveMoney(GraphQLFieldDefinition field) {
        List<?> to =
                Objects.requireNonNull(
                        field.getAppliedDirective("allow").getArgument("to").getValue());
        return !to.stream().map(Object::toString).allMatch(WITHOUT_MONEY::contains);
    }

    private static boolean takesKey(GraphQLFieldDefinition field) {
        return field.getArguments().stream()
                .map(argument -> GraphQLTypeUtil.unwrapAll(argument.getType()))
                .anyMatch(
                        type ->
                                type instanceof GraphQLInputObjectType input
                                        && input.getField(KEY) != null);
    }
}
