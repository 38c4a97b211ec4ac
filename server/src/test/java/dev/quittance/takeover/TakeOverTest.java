package dev.quittance.takeover;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.imports.ImportTest;
import dev.quittance.ledger.BooksRule;
import dev.quittance.testing.Sales;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;

/** What tests of take-overs have in common: a customer, files, the acts, and the books. */
abstract class TakeOverTest extends ImportTest {
    static final ParameterizedTypeReference<Map<String, Object>> ROW =
            new ParameterizedTypeReference<>() {};
    static final String INVOICES =
            "customer,number,issued on,due on,currency,total,open,net,tax rate,tax\n";

    @Autowired private List<BooksRule> rules;
    String key = "";
    UUID customer = new UUID(0, 0);

    @BeforeEach
    void customer() {
        customer = new Sales(db).customer("Nordlicht");
        key = customer.toString();
    }

    /** Half paid, of EUR 119.00. */
    String invoice(String number) {
        return "%s,%s,2026-01-05,2026-01-19,EUR,119.00,59.50,100.00,19,19.00\n"
                .formatted(key, number);
    }

    static String name() {
        return "ALT-" + UUID.randomUUID().toString().substring(0, 12);
    }

    String taken(String kind, String content) {
        var id = checked(kind, content);
        assertThat(faults(id)).isEmpty();
        start(id, false, null, "TakeOverStarted");
        work();
        assertThat(field(id, "status")).isEqualTo("COMPLETED");
        return id;
    }

    String checked(String kind, String content) {
        var answer =
                http(CLERK)
                        .post()
                        .uri("/imports?kind=%s&fileName=old.csv".formatted(kind))
                        .contentType(MediaType.parseMediaType("text/csv"))
                        .bodyValue(content.getBytes(StandardCharsets.UTF_8))
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectBody(Map.class)
                        .returnResult()
                        .getResponseBody();
        var id = String.valueOf(requireNonNull(answer).get("id"));
        @SuppressWarnings("unchecked")
        Map<String, Object> mapping =
                graphql(CLERK)
                        .document(
                                "query($id: ID!) { takeOver(id: $id) { mapping { columns { column field } asOf currency } } }")
                        .variable("id", id)
                        .execute()
                        .path("takeOver.mapping")
                        .entity(Map.class)
                        .get();
        mapping.put("asOf", clock.today().toString());
        refusedOrDone(
                "checkTakeOver",
                "CheckTakeOverInput!",
                Map.of("id", id, "mapping", mapping),
                "TakeOverStarted");
        work();
        assertThat(field(id, "status")).isEqualTo("CHECKED");
        return id;
    }

    void start(String id, boolean skip, String why, String expected) {
        var input = new HashMap<String, Object>(Map.of("id", id, "skipBadRows", skip));
        input.put("acknowledgement", why);
        refusedOrDone("runTakeOver", "RunTakeOverInput!", input, expected);
    }

    void undo(String id, String expected) {
        refusedOrDone(
                "undoTakeOver",
                "UndoTakeOverInput!",
                Map.of("id", id, "reason", "Wrong file"),
                expected);
    }

    void refused(String act, String type, Map<String, Object> input, String expected) {
        refusedOrDone(act, type, input, expected);
    }

    void refusedOrDone(String act, String type, Map<String, Object> input, String expected) {
        asOwner()
                .document(
                        "mutation($i: %s) { %s(input: $i) { __typename ... on Problem { message } } }"
                                .formatted(type, act))
                .variable("i", input)
                .execute()
                .path(act)
                .entity(ROW)
                .satisfies(
                        one -> assertThat(one).as("%s", one).containsEntry("__typename", expected));
    }

    String field(String id, String name) {
        return String.valueOf(
                graphql(CLERK)
                        .document("query($id: ID!) { takeOver(id: $id) { %s } }".formatted(name))
                        .variable("id", id)
                        .execute()
                        .path("takeOver." + name)
                        .entity(Object.class)
                        .get());
    }

    void figure(String id, String selection, String expected) {
        var name = selection.split(" ")[0];
        assertThat(
                        String.valueOf(
                                graphql(CLERK)
                                        .document(
                                                "query($id: ID!) { takeOver(id: $id) { figures { %s } } }"
                                                        .formatted(selection))
                                        .variable("id", id)
                                        .execute()
                                        .path("takeOver.figures[0]." + name)
                                        .entity(Object.class)
                                        .get()))
                .isEqualTo(expected);
    }

    List<String> faults(String id) {
        return graphql(CLERK)
                .document(
                        "query($id: ID!) { takeOver(id: $id) { faults(first: 100) { edges { node { line column reason } } } } }")
                .variable("id", id)
                .execute()
                .path("takeOver.faults.edges[*].node")
                .entityList(ROW)
                .get()
                .stream()
                .map(
                        one ->
                                "%s %s|%s"
                                        .formatted(
                                                one.get("line"),
                                                one.get("column"),
                                                one.get("reason")))
                .toList();
    }

    String invoiceId(String number) {
        return texts("select id::text from invoice where number = '%s'".formatted(number))
                .getFirst();
    }

    List<String> texts(String sql) {
        return requireNonNull(db.sql(sql).mapValue(String.class).all().collectList().block());
    }

    /** An act of staff with a key; what came of it. */
    Map<String, Object> act(String act, Map<String, Object> facts) {
        var input = new HashMap<>(facts);
        input.put("idempotencyKey", UUID.randomUUID().toString());
        return plainAct(act, input);
    }

    /** The same without a key. */
    Map<String, Object> plainAct(String act, Map<String, Object> input) {
        return asOwner()
                .document(
                        "mutation($i: %sInput!) { %s(input: $i) { __typename ... on Problem { message } } }"
                                .formatted(
                                        Character.toUpperCase(act.charAt(0)) + act.substring(1),
                                        act))
                .variable("i", input)
                .execute()
                .path(act)
                .entity(ROW)
                .get();
    }

    /** Every booking of the customer: debit, credit, amount, in the order they were made. */
    List<String> bookings() {
        return texts(
                "select debit || ' ' || credit || ' ' || amount_minor from transfer where customer_id = '%s' order by id"
                        .formatted(customer));
    }

    /** Every rule of the books holds. */
    void assertBooks() {
        var broken = new ArrayList<String>();
        for (var rule : rules) {
            requireNonNull(db.sql(rule.sql()).fetch().all().collectList().block())
                    .forEach(row -> broken.add(rule.name() + " " + row));
        }
        assertThat(broken).isEmpty();
    }
}
