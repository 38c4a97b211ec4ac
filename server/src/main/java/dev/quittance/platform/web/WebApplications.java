package dev.quittance.platform.web;

import dev.quittance.platform.ForeignSources;
import dev.quittance.platform.Settings;
import java.net.URI;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Serves the portal, the console and, where the settings allow, GraphiQL: their files, and their
 * one page for every other address below theirs. Files with a hash in their name stay valid
 * forever; the page is asked for each time.
 */
@Configuration(proxyBeanMethods = false)
class WebApplications {
    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final String NOT_BUILT =
            """
            The web applications are not part of this server. Build it with Node.js 20.19 or newer \
            installed and without -Dweb.skip.
            """;

    @Bean
    RouterFunction<ServerResponse> pages(
            Settings settings, ObjectProvider<ForeignSources> foreign) {
        var pages =
                RouterFunctions.route()
                        .route(
                                reads("/"),
                                _ ->
                                        ServerResponse.temporaryRedirect(URI.create("/portal/"))
                                                .build())
                        .add(
                                application(
                                        "portal",
                                        foreign.getIfAvailable(() -> ForeignSources.NONE)))
                        .add(application("console", ForeignSources.NONE));
        return (settings.graphiqlEnabled()
                        ? pages.add(application("graphiql", ForeignSources.NONE))
                        : pages)
                .build();
    }

    private static RouterFunction<ServerResponse> application(String name, ForeignSources foreign) {
        var page = new PageFiles(name);
        return RouterFunctions.route()
                .route(
                        reads("/" + name),
                        _ -> ServerResponse.permanentRedirect(URI.create("/" + name + "/")).build())
                .route(reads("/" + name + "/assets/**"), WebApplications::asset)
                .route(reads("/" + name + "/**"), request -> fileOrPage(request, page, foreign))
                .build();
    }

    private static RequestPredicate reads(String pattern) {
        return RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD)
                .and(RequestPredicates.path(pattern));
    }

    private static Mono<ServerResponse> asset(ServerRequest request) {
        return file(request, FOREVER);
    }

    private static Mono<ServerResponse> fileOrPage(
            ServerRequest request, PageFiles page, ForeignSources foreign) {
        var path = request.path();
        var last = path.substring(path.lastIndexOf('/') + 1);
        return last.contains(".") && !last.equals("index.html")
                ? file(request, "no-cache")
                : page(page, foreign);
    }

    private static Mono<ServerResponse> file(ServerRequest request, String caching) {
        var path = request.path();
        if (path.contains("..") || path.contains("//") || path.contains("%")) {
            return ServerResponse.notFound().build();
        }
        Resource file = new ClassPathResource("static" + path);
        return file.isReadable()
                ? ServerResponse.ok()
                        .contentType(
                                MediaTypeFactory.getMediaType(file)
                                        .orElse(MediaType.APPLICATION_OCTET_STREAM))
                        .header("Cache-Control", caching)
                        .bodyValue(file)
                : ServerResponse.notFound().build();
    }

    private static Mono<ServerResponse> page(PageFiles page, ForeignSources foreign) {
        if (!page.there()) {
            return ServerResponse.status(HttpStatus.NOT_FOUND)
                    .contentType(MediaType.TEXT_PLAIN)
                    .bodyValue(NOT_BUILT);
        }
        var nonce = PageFiles.nonce();
        return ServerResponse.ok()
                .contentType(
                        new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                .header("Cache-Control", "no-cache")
                .header("Content-Security-Policy", SecurityHeaders.policy(nonce, foreign))
                .bodyValue(page.with(nonce));
    }
}
