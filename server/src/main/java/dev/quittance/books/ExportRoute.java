package dev.quittance.books;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import dev.quittance.identity.App;
import dev.quittance.identity.SessionCallers;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Permission;
import java.nio.charset.StandardCharsets;
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

/** Serves files of the books by link, as they are read from the database. */
@Configuration(proxyBeanMethods = false)
class ExportRoute {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final ExportLinks links;
    private final ExportFile file;
    private final SessionCallers sessions;

    ExportRoute(ExportLinks links, ExportFile file, SessionCallers sessions) {
        this.links = links;
        this.file = file;
        this.sessions = sessions;
    }

    @Bean
    RouterFunction<ServerResponse> exportRoutes() {
        return route(GET(ExportLinks.PATH + "{link}"), this::serve);
    }

    private Mono<ServerResponse> serve(ServerRequest request) {
        var link = links.open(request.pathVariable("link"));
        if (link == null) {
            return problem(HttpStatus.NOT_FOUND, "This link is not valid or has expired.");
        }
        var caller =
                link.client() ? Caller.current() : sessions.ofLink(request.exchange(), App.CONSOLE);
        return caller.filter(reader -> isReader(reader, link))
                .flatMap(_ -> csv(link.order()))
                .switchIfEmpty(
                        problem(HttpStatus.FORBIDDEN, "This link was made for somebody else."));
    }

    private static boolean isReader(Caller caller, ExportLinks.Link link) {
        var reader = link.client() ? caller.id() : caller.session();
        return link.reader().equals(reader) && caller.may(Permission.REPORT_READ);
    }

    private Mono<ServerResponse> csv(BooksExport.Order order) {
        var disposition = ContentDisposition.attachment().filename(order.fileName()).build();
        return ServerResponse.ok()
                .contentType(CSV)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header("Content-Disposition", disposition.toString())
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .body(file.text(order), String.class);
    }

    private static Mono<ServerResponse> problem(HttpStatus status, String detail) {
        return ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header("Referrer-Policy", "no-referrer")
                .bodyValue(ProblemDetail.forStatusAndDetail(status, detail));
    }
}
