package dev.quittance.imports;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Forbidden;
import dev.quittance.platform.Permission;
import dev.quittance.platform.Unauthorized;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code POST /imports}: a CSV file, as the body itself or as the file of a form. */
@RestController
class ImportUploadController {
    private static final String UNNAMED = "customers.csv";
    private static final int LONGEST_NAME = 200;
    private final ImportUploads uploads;

    /** The import that was made of the file. */
    record Uploaded(UUID id) {}

    ImportUploadController(ImportUploads uploads) {
        this.uploads = uploads;
    }

    @PostMapping(path = "/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Uploaded> form(@RequestBody Flux<PartEvent> parts, ServerHttpRequest request) {
        return permitted(request)
                .flatMap(
                        caller ->
                                parts.windowUntil(PartEvent::isLast)
                                        .concatMap(
                                                part ->
                                                        part.switchOnFirst(
                                                                (first, events) ->
                                                                        file(
                                                                                first.get(),
                                                                                events,
                                                                                caller)))
                                        .next())
                .switchIfEmpty(
                        Mono.error(() -> new FileRefused(0, null, "The form has no file in it.")));
    }

    @PostMapping("/imports")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Uploaded> body(
            ServerHttpRequest request, @RequestParam(required = false) @Nullable String fileName) {
        return permitted(request)
                .flatMap(
                        caller ->
                                take(
                                        request.getBody(),
                                        fileName == null ? UNNAMED : fileName,
                                        caller));
    }

    private Flux<Uploaded> file(
            @Nullable PartEvent first, Flux<? extends PartEvent> events, Caller caller) {
        return first instanceof FilePartEvent file
                ? take(events.map(PartEvent::content), file.filename(), caller).flux()
                : events.doOnNext(event -> DataBufferUtils.release(event.content()))
                        .thenMany(Flux.empty());
    }

    private Mono<Uploaded> take(Flux<DataBuffer> content, String fileName, Caller caller) {
        return Mono.usingWhen(
                        UploadedFile.save(content),
                        file -> uploads.take(file, plain(fileName), caller),
                        file -> Mono.fromRunnable(() -> UploadedFile.delete(file)))
                .map(Uploaded::new);
    }

    private static Mono<Caller> permitted(ServerHttpRequest request) {
        return Caller.current()
                .<Caller>handle(
                        (caller, sink) -> {
                            if (caller.kind() == Caller.Kind.ANONYMOUS) {
                                sink.error(new Unauthorized());
                            } else if (!caller.may(Permission.IMPORT)) {
                                sink.error(
                                        new Forbidden(
                                                "Uploading a file needs the permission IMPORT."));
                            } else if (request.getHeaders().getContentLength()
                                    > UploadedFile.MOST_DISCARDED) {
                                sink.error(new FileTooLarge());
                            } else {
                                sink.next(caller);
                            }
                        });
    }

    /** The last part of a path, without what could hide something. */
    private static String plain(String fileName) {
        var name = Path.of("/" + fileName.replace('\\', '/').replace('\0', ' ')).getFileName();
        var plain = name == null ? "" : name.toString().replaceAll("\\p{C}", "").strip();
        return plain.isEmpty()
                ? UNNAMED
                : plain.substring(
                        0,
                        plain.offsetByCodePoints(
                                0,
                                Math.min(LONGEST_NAME, plain.codePointCount(0, plain.length()))));
    }

    /** Where in the file something is wrong, beside the sentence. */
    record Place(int line, @Nullable String column, String reason) {}

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(FileRefused refused) {
        var problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.UNPROCESSABLE_CONTENT, refused.sentence());
        problem.setTitle("The file can't be imported");
        if (refused.line() > 0) {
            problem.setProperty(
                    "faults",
                    List.of(new Place(refused.line(), refused.column(), refused.reason())));
        }
        return ResponseEntity.of(problem).build();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(FileTooLarge tooLarge) {
        var problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.CONTENT_TOO_LARGE, String.valueOf(tooLarge.getMessage()));
        problem.setTitle("The file is too large");
        return ResponseEntity.of(problem).build();
    }
}
