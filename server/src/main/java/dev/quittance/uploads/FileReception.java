package dev.quittance.uploads;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Forbidden;
import dev.quittance.platform.Permission;
import dev.quittance.platform.Unauthorized;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where files come in over HTTP: as the body itself or as the file of a form. */
public record FileReception(Permission permission, String unnamed) {
    private static final int LONGEST_NAME = 200;

    /** What becomes of a file; it is deleted afterwards. */
    @FunctionalInterface
    public interface Taker<T> {
        Mono<T> take(Path file, String fileName, Caller caller);
    }

    /** Takes the first file of a form. */
    public <T> Mono<T> form(Flux<PartEvent> parts, ServerHttpRequest request, Taker<T> taker) {
        return permitted(request)
                .flatMap(caller -> firstFile(parts, caller, taker).next())
                .switchIfEmpty(
                        Mono.error(() -> new FileRefused(0, null, "The form has no file in it.")));
    }

    /** Takes the body as a file. */
    public <T> Mono<T> body(ServerHttpRequest request, @Nullable String fileName, Taker<T> taker) {
        return permitted(request)
                .flatMap(
                        caller ->
                                take(
                                        request.getBody(),
                                        fileName == null ? unnamed : fileName,
                                        caller,
                                        taker));
    }

    private <T> Flux<T> firstFile(Flux<PartEvent> parts, Caller caller, Taker<T> taker) {
        return parts.windowUntil(PartEvent::isLast)
                .concatMap(
                        part ->
                                part.switchOnFirst(
                                        (first, events) ->
                                                file(first.get(), events, caller, taker)));
    }

    private <T> Flux<T> file(
            @Nullable PartEvent first,
            Flux<? extends PartEvent> events,
            Caller caller,
            Taker<T> taker) {
        return first instanceof FilePartEvent file
                ? take(events.map(PartEvent::content), file.filename(), caller, taker).flux()
                : events.doOnNext(event -> DataBufferUtils.release(event.content()))
                        .thenMany(Flux.empty());
    }

    private <T> Mono<T> take(
            Flux<DataBuffer> content, String fileName, Caller caller, Taker<T> taker) {
        return Mono.usingWhen(
                UploadedFile.save(content),
                file -> taker.take(file, plain(fileName), caller),
                file -> Mono.fromRunnable(() -> UploadedFile.delete(file)));
    }

    private Mono<Caller> permitted(ServerHttpRequest request) {
        return Caller.current()
                .<Caller>handle(
                        (caller, sink) -> {
                            if (caller.kind() == Caller.Kind.ANONYMOUS) {
                                sink.error(new Unauthorized());
                            } else if (!caller.may(permission)) {
                                sink.error(
                                        new Forbidden(
                                                "Uploading a file needs the permission %s."
                                                        .formatted(permission)));
                            } else if (request.getHeaders().getContentLength()
                                    > UploadedFile.MOST_DISCARDED) {
                                sink.error(new FileTooLarge());
                            } else {
                                sink.next(caller);
                            }
                        });
    }

    /** The last part of a path, without what could hide something. */
    private String plain(String fileName) {
        var name = Path.of("/" + fileName.replace('\\', '/').replace('\0', ' ')).getFileName();
        var plain = name == null ? "" : name.toString().replaceAll("\\p{C}", "").strip();
        return plain.isEmpty()
                ? unnamed
                : plain.substring(
                        0,
                        plain.offsetByCodePoints(
                                0,
                                Math.min(LONGEST_NAME, plain.codePointCount(0, plain.length()))));
    }
}
