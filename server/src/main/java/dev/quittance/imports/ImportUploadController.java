package dev.quittance.imports;

import dev.quittance.platform.Permission;
import dev.quittance.uploads.FileReception;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@code POST /imports}: a CSV file, as the body itself or as the file of a form. {@code kind} says
 * what its rows are; customers when left out.
 */
@RestController
class ImportUploadController {
    private static final FileReception RECEPTION =
            new FileReception(Permission.IMPORT, "customers.csv");
    private final ImportUploads uploads;

    /** The import that was made of the file. */
    record Uploaded(UUID id) {}

    ImportUploadController(ImportUploads uploads) {
        this.uploads = uploads;
    }

    @PostMapping(path = "/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Uploaded> form(
            @RequestBody Flux<PartEvent> parts,
            ServerHttpRequest request,
            @RequestParam(required = false) @Nullable String kind) {
        return RECEPTION.form(parts, request, of(kind)).map(Uploaded::new);
    }

    @PostMapping("/imports")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Uploaded> body(
            ServerHttpRequest request,
            @RequestParam(required = false) @Nullable String fileName,
            @RequestParam(required = false) @Nullable String kind) {
        return RECEPTION.body(request, fileName, of(kind)).map(Uploaded::new);
    }

    private FileReception.Taker<UUID> of(@Nullable String kind) {
        return (file, name, caller) -> uploads.take(file, name, caller, kind);
    }
}
