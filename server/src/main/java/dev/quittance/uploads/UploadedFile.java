package dev.quittance.uploads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A file on its way in: it goes to the disk as it comes, never as a whole into memory. */
public interface UploadedFile {
    long MOST_BYTES = 50_000_000;

    /** How much of what is too much is still read, so that the sender gets to see the answer. */
    long MOST_DISCARDED = 4 * MOST_BYTES;

    /** Writes {@code body} to a temporary file, which the caller deletes. */
    static Mono<Path> save(Flux<DataBuffer> body) {
        return Mono.fromCallable(() -> Files.createTempFile("import-", ".csv"))
                .flatMap(
                        file ->
                                DataBufferUtils.write(bounded(body), file)
                                        .thenReturn(file)
                                        .doOnError(failed -> delete(file))
                                        .doOnCancel(() -> delete(file)));
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Flux<DataBuffer> bounded(Flux<DataBuffer> body) {
        var size = new AtomicLong();
        return body.<DataBuffer>handle(
                        (buffer, sink) -> {
                            if (size.addAndGet(buffer.readableByteCount()) <= MOST_BYTES) {
                                sink.next(buffer);
                                return;
                            }
                            DataBufferUtils.release(buffer);
                            if (size.get() > MOST_DISCARDED) {
                                sink.error(new FileTooLarge());
                            }
                        })
                .concatWith(
                        Mono.defer(
                                () ->
                                        size.get() > MOST_BYTES
                                                ? Mono.error(new FileTooLarge())
                                                : Mono.empty()));
    }
}
