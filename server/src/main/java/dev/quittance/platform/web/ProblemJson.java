package dev.quittance.platform.web;

import dev.quittance.platform.FieldFault;
import dev.quittance.platform.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * An error of plain HTTP, RFC 9457.
 *
 * @param title what kind of problem, the same for each of its kind
 * @param detail what to know or do about this one
 * @param fields which fields of the body are at fault, if that is the problem
 */
public record ProblemJson(String title, String detail, List<FieldFault> fields) {

    public ProblemJson(String title, String detail) {
        this(title, detail, List.of());
    }

    /** Answers with it, unless an answer has already begun. */
    public Mono<Void> send(ServerWebExchange exchange, HttpStatusCode status) {
        var response = exchange.getResponse();
        if (!response.setStatusCode(status)) {
            return Mono.empty();
        }
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        var body = new LinkedHashMap<String, Object>();
        body.put("title", title);
        body.put("status", status.value());
        body.put("detail", detail);
        if (!fields.isEmpty()) {
            body.put("fields", fields);
        }
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(JsonText.bytes(body))));
    }
}
