package dev.quittance.banking;

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

/** {@code POST /bank-files}: a bank's file, as the body itself or as the file of a form. */
@RestController
class BankUploadController {
    private static final FileReception RECEPTION =
            new FileReception(Permission.PAYMENT_WRITE, "statement");
    private final BankFiles files;

    /** What was made of the file. */
    record Uploaded(UUID id) {}

    BankUploadController(BankFiles files) {
        this.files = files;
    }

    @PostMapping(path = "/bank-files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Uploaded> form(@RequestBody Flux<PartEvent> parts, ServerHttpRequest request) {
        return RECEPTION.form(parts, request, files::take).map(Uploaded::new);
    }

    @PostMapping("/bank-files")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Uploaded> body(
            ServerHttpRequest request, @RequestParam(required = false) @Nullable String fileName) {
        return RECEPTION.body(request, fileName, files::take).map(Uploaded::new);
    }
}
