package dev.quittance.statements;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import dev.quittance.identity.App;
import dev.quittance.identity.SessionCallers;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Permission;
import dev.quittance.platform.Traced;
import dev.quittance.statements.StatementLinks.Link;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.function.server.ServerResponse.BodyBuilder;
import reactor.core.publisher.Mono;

/** Serves statements as files by link; never logged, kept neither by browsers nor by proxies. */
@Configuration(proxyBeanMethods = false)
class StatementRoute {
    private static final Logger LOG = LoggerFactory.getLogger(StatementRoute.class);
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final StatementLinks links;
    private final StatementFiles files;
    private final SessionCallers sessions;

    StatementRoute(StatementLinks links, StatementFiles files, SessionCallers sessions) {
        this.links = links;
        this.files = files;
        this.sessions = sessions;
    }

    @Bean
    RouterFunction<ServerResponse> statementRoutes() {
        return route(GET(StatementLinks.PATH + "{link}"), this::serve);
    }

    private Mono<ServerResponse> serve(ServerRequest request) {
        var link = links.open(request.pathVariable("link"));
        if (link == null) {
            return problem(HttpStatus.NOT_FOUND, "This link is not valid or has expired.");
        }
        return reader(request, link)
                .filter(caller -> isReader(caller, link))
                .flatMap(_ -> file(link))
                .switchIfEmpty(
                        problem(HttpStatus.FORBIDDEN, "This link was made for somebody else."))
                .onErrorResume(StatementRoute::failed);
    }

    private Mono<Caller> reader(ServerRequest request, Link link) {
        return switch (link.readerKind()) {
            case CONTACT -> sessions.ofLink(request.exchange(), App.PORTAL);
            case STAFF -> sessions.ofLink(request.exchange(), App.CONSOLE);
            case CLIENT, ANONYMOUS, SYSTEM -> Caller.current();
        };
    }

    /** The same reader, who may still read it. */
    private static boolean isReader(Caller caller, Link link) {
        var reader = caller.kind() == Caller.Kind.CLIENT ? caller.id() : caller.session();
        return caller.kind() == link.readerKind()
                && link.reader().equals(reader)
                && caller.owns(link.customer())
                && (caller.may(Permission.CONTACT) || caller.may(Permission.INVOICE_READ));
    }

    private Mono<ServerResponse> file(Link link) {
        return switch (link.form()) {
            case PDF ->
                    files.pdf(link.customer(), link.scope())
                            .flatMap(
                                    pdf ->
                                            answer(link, ContentDisposition.inline(), "pdf")
                                                    .contentType(MediaType.APPLICATION_PDF)
                                                    .contentLength(pdf.length)
                                                    .bodyValue(pdf));
            case CSV ->
                    answer(link, ContentDisposition.attachment(), "csv")
                            .contentType(CSV)
                            .body(files.csv(link.customer(), link.scope()), String.class);
        };
    }

    private static BodyBuilder answer(
            Link link, ContentDisposition.Builder disposition, String ending) {
        var named = disposition.filename(StatementFiles.name(link.scope(), ending)).build();
        return ServerResponse.ok()
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header("Content-Disposition", named.toString())
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff");
    }

    private static Mono<ServerResponse> failed(Throwable fault) {
        LOG.error("A statement failed", Traced.of(fault));
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "The statement could not be made.");
    }

    private static Mono<ServerResponse> problem(HttpStatus status, String detail) {
        return ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header("Referrer-Policy", "no-referrer")
                .bodyValue(ProblemDetail.forStatusAndDetail(status, detail));
    }
}
