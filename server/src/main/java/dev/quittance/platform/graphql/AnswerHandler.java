package dev.quittance.platform.graphql;

import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.webflux.GraphQlHttpHandler;
import org.springframework.stereotype.Component;

/** Answers GraphQL over HTTP, with JSON that {@link AnswerJson} writes. */
@Component
class AnswerHandler extends GraphQlHttpHandler {
    private final AnswerJson json;

    AnswerHandler(WebGraphQlHandler requests, AnswerJson json) {
        super(requests);
        this.json = json;
    }

    @Override
    protected Object encodeResponseIfNecessary(WebGraphQlResponse response) {
        return json.bytes(response.toMap());
    }
}
