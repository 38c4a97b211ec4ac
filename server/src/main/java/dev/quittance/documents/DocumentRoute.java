package dev.quittance.documents;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import dev.quittance.documents.DocumentLink.ReaderKind;
import dev.quittance.identity.App;
import dev.quittance.identity.SessionCallers;
import dev.quittance.platform.Caller;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Traced;
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
import reactor.core.publisher.Mono;

/**
 * Serves PDFs by link. Neither a link nor a part of one is ever logged, and neither browsers nor
 * proxies keep what it opens.
 */
@Configuration(proxyBeanMethods = false)
class DocumentRoute {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentRoute.class);

    private final Documents documents;
    private final DocumentLinks links;
    private final SessionCallers sessions;

    DocumentRoute(Documents documents, DocumentLinks links, SessionCallers sessions) {
        this.documents = documents;
        this.links = links;
        this.sessions = sessions;
    }

    @Bean
    RouterFunction<ServerResponse> documentRoutes() {
        return route(GET("/documents/{link}"), this::serve);
    }

    private Mono<ServerResponse> serve(ServerRequest request) {
        var link = links.open(request.pathVariable("link"));
        if (link == null) {
            return problem(HttpStatus.NOT_FOUND, "This link is not valid or has expired.");
        }
        return reader(request, link)
                .filter(caller -> isReader(caller, link))
                .flatMap(caller -> documents.pdf(link.kind(), link.document()))
                .flatMap(DocumentRoute::pdf)
                .switchIfEmpty(
                        problem(HttpStatus.FORBIDDEN, "This link was made for somebody else."))
                .onErrorResume(
                        NotFound.class,
                        gone -> problem(HttpStatus.NOT_FOUND, "There is no such document."))
                .onErrorResume(fault -> failed(link, fault));
    }

    private Mono<Caller> reader(ServerRequest request, DocumentLink link) {
        return switch (link.readerKind()) {
            case CLIENT -> Caller.current();
            case PORTAL -> sessions.ofLink(request.exchange(), App.PORTAL);
            case CONSOLE -> sessions.ofLink(request.exchange(), App.CONSOLE);
        };
    }

    private static boolean isReader(Caller caller, DocumentLink link) {
        var reader =
                link.readerKind() == ReaderKind.CLIENT
                        ? (caller.kind() == Caller.Kind.CLIENT ? caller.id() : null)
                        : caller.session();
        return link.reader().equals(reader) && caller.owns(link.customer());
    }

    private static Mono<ServerResponse> pdf(DocumentFile file) {
        var disposition =
                ContentDisposition.inline()
                        .filename(file.fileName(), StandardCharsets.UTF_8)
                        .build();
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header("Content-Disposition", disposition.toString())
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .contentLength(file.pdf().length)
                .bodyValue(file.pdf());
    }

    private static Mono<ServerResponse> failed(DocumentLink link, Throwable fault) {
        LOG.error("The PDF of {} {} failed", link.kind(), link.document(), Traced.of(fault));
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "The document could not be made.");
    }

    private static Mono<ServerResponse> problem(HttpStatus status, String detail) {
        return ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header("Referrer-Policy", "no-referrer")
                .bodyValue(ProblemDetail.forStatusAndDetail(status, detail));
    }
}
