package dev.quittance.crashes;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The owner of the demo, signed in to the console of a server in another process. */
final class Clerk {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ServerProcess server;
    private final String cookie;

    Clerk(ServerProcess server) {
        this.server = server;
        var answer =
                server.post(
                        "/auth/sign-in",
                        "application/json",
                        "{\"email\": \"owner@quittance.example\", \"password\": \"quittance-demo\"}",
                        "X-Quittance-App",
                        "console");
        this.cookie =
                answer.headers()
                        .firstValue("Set-Cookie")
                        .map(set -> set.split(";")[0])
                        .orElseThrow(() -> new IllegalStateException("sign-in: " + answer));
    }

    private Clerk(ServerProcess server, String cookie) {
        this.server = server;
        this.cookie = cookie;
    }

    /** What a browser sends along for the session. */
    String cookie() {
        return cookie;
    }

    /** The import made of a file. */
    String upload(String csv) {
        return uploaded(csv, "/imports?fileName=people.csv");
    }

    /** The same of a kind of rows from another system. */
    String upload(String csv, String kind) {
        return uploaded(csv, "/imports?fileName=old.csv&kind=" + kind);
    }

    /** The bank's file. */
    String statement(String csv) {
        return uploaded(csv, "/bank-files?fileName=bank.csv");
    }

    private String uploaded(String csv, String path) {
        var answer =
                server.post(path, "text/csv", csv, "X-Quittance-App", "console", "Cookie", cookie);
        return JSON.readTree(answer.body()).path("id").asString();
    }

    void check(String id) {
        var mapping =
                ask(
                                """
                                query($id: ID!) { customerImport(id: $id) { mapping {
                                  currency planName interval { count unit } columns { column field } } } }""",
                                Map.of("id", id))
                        .path("customerImport")
                        .path("mapping");
        ask(
                """
                mutation($id: ID!, $mapping: ImportMappingInput!) {
                  checkCustomerImport(input: {id: $id, mapping: $mapping}) {
                    ... on CustomerImportStarted { customerImport { id } } } }""",
                Map.of("id", id, "mapping", mapping));
    }

    void run(String id) {
        ask(
                """
                mutation($id: ID!) { runCustomerImport(input: {id: $id, skipBadRows: false}) {
                  ... on CustomerImportStarted { customerImport { id } } } }""",
                Map.of("id", id));
    }

    /** Starts a bill run or resumes it; whether it was let in. */
    boolean bill() {
        return ask("mutation { startBillRun(input: {kind: POST}) { __typename } }", Map.of())
                .path("startBillRun")
                .path("__typename")
                .asString()
                .equals("BillRunStarted");
    }

    /** The same session at another server of the same installation. */
    Clerk at(ServerProcess other) {
        return new Clerk(other, cookie);
    }

    /** What the server answers to a document. */
    JsonNode ask(String document, Map<String, ?> variables) {
        var answer =
                server.post(
                        "/graphql",
                        "application/json",
                        JSON.writeValueAsString(Map.of("query", document, "variables", variables)),
                        "X-Quittance-App",
                        "console",
                        "Cookie",
                        cookie);
        var told = JSON.readTree(answer.body());
        if (answer.statusCode() != 200 || told.has("errors")) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return told.path("data");
    }
}
