package dev.quittance.crashes;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that acts for one customer at a server in another process, as a contact would. */
final class Agent {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ServerProcess server;
    private final String token;

    Agent(ServerProcess server, Counter counter, String customer) {
        this.server = server;
        var made =
                counter.act(
                        0,
                        "createApiClient",
                        "... on ApiClientCreated { clientSecret apiClient { clientId } }",
                        Map.of(
                                "name",
                                "Agent of " + customer,
                                "scopes",
                                List.of("CONTACT_BILLING"),
                                "actsForCustomerId",
                                customer));
        var answer =
                server.post(
                        "/oauth2/token",
                        "application/x-www-form-urlencoded",
                        "grant_type=client_credentials&client_id=%s&client_secret=%s"
                                .formatted(
                                        made.at("/apiClient/clientId").asString(),
                                        made.at("/clientSecret").asString()));
        this.token = JSON.readTree(answer.body()).path("access_token").asString();
    }

    /** Asks with one key until there is an outcome, however often the server dies meanwhile. */
    String activate(String subscription) {
        var input = Map.of("id", subscription, "idempotencyKey", "activate " + subscription);
        while (true) {
            try {
                var type = ask(input).path("__typename").asString();
                if (!type.isEmpty() && !type.equals("ActCharging")) {
                    return type;
                }
            } catch (UncheckedIOException noAnswer) {
                // The server is dead: it will be back.
            }
            ServerProcess.pause(100);
        }
    }

    private JsonNode ask(Map<String, ?> input) {
        var answer =
                server.post(
                        "/graphql",
                        "application/json",
                        JSON.writeValueAsString(
                                Map.of(
                                        "query",
                                        "mutation($i: ActivateSubscriptionInput!) {"
                                                + " activateSubscription(input: $i) { __typename } }",
                                        "variables",
                                        Map.of("i", input))),
                        "Authorization",
                        "Bearer " + token);
        return JSON.readTree(answer.body()).path("data").path("activateSubscription");
    }
}
