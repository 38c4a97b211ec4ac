package dev.quittance.platform.web;

import dev.quittance.platform.BadRequest;
import dev.quittance.platform.Forbidden;
import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Refused;
import dev.quittance.platform.Traced;
import dev.quittance.platform.Unauthorized;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Exceptions of plain HTTP as problems. What we did not foresee is told by its number only. */
@Component
@Order(-2)
class HttpErrors implements WebExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(HttpErrors.class);

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (GoneClient.is(failure)) {
            return Mono.empty();
        }
        if (exchange.getResponse().isCommitted()) {
            LOG.error("An answer broke off", Traced.of(failure));
            return Mono.error(failure);
        }
        if (NestedExceptionUtils.getRootCause(failure) instanceof DataBufferLimitException
                || failure instanceof DataBufferLimitException) {
            return tooLarge(exchange);
        }
        return switch (failure) {
            case NotFound e -> send(exchange, HttpStatus.NOT_FOUND, "Not found", text(e));
            case Unauthorized e ->
                    send(exchange, HttpStatus.UNAUTHORIZED, "Not signed in", text(e));
            case Forbidden e -> send(exchange, HttpStatus.FORBIDDEN, "Not allowed", text(e));
            case BadRequest e -> send(exchange, HttpStatus.BAD_REQUEST, "Bad request", text(e));
            case Refused e -> refused(exchange, e);
            case ResponseStatusException e -> status(exchange, e);
            default -> unforeseen(exchange, failure);
        };
    }

    private static Mono<Void> tooLarge(ServerWebExchange exchange) {
        return send(
                exchange,
                HttpStatus.CONTENT_TOO_LARGE,
                "The request is too large",
                "A request may have at most 256 kB.");
    }

    private static Mono<Void> refused(ServerWebExchange exchange, Refused refused) {
        var problem = refused.problem();
        return problem instanceof InvalidInput invalid
                ? new ProblemJson("Invalid input", invalid.message(), invalid.fields())
                        .send(exchange, HttpStatus.UNPROCESSABLE_CONTENT)
                : send(
                        exchange,
                        HttpStatus.CONFLICT,
                        problem.getClass().getSimpleName(),
                        problem.message());
    }

    private static Mono<Void> status(ServerWebExchange exchange, ResponseStatusException e) {
        exchange.getResponse().getHeaders().putAll(e.getHeaders());
        var reason = e.getReason();
        var status = HttpStatus.resolve(e.getStatusCode().value());
        var title = status == null ? "Error" : status.getReasonPhrase();
        return send(exchange, e.getStatusCode(), title, reason == null ? title : reason);
    }

    private static Mono<Void> unforeseen(ServerWebExchange exchange, Throwable failure) {
        var id = UUID.randomUUID().toString();
        LOG.error(
                "Error {} at {} {}",
                id,
                exchange.getRequest().getMethod(),
                place(exchange),
                Traced.of(failure));
        return send(
                exchange,
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Internal error",
                "Something went wrong on our side: " + id + ".");
    }

    private static Mono<Void> send(
            ServerWebExchange exchange, HttpStatusCode status, String title, String detail) {
        return new ProblemJson(title, detail).send(exchange, status);
    }

    /** A document's link is a capability and stays out of the log. */
    private static String place(ServerWebExchange exchange) {
        var path = exchange.getRequest().getPath().value();
        return path.startsWith("/documents/") ? "/documents/-" : path;
    }

    private static String text(Exception failure) {
        return String.valueOf(failure.getMessage());
    }
}
