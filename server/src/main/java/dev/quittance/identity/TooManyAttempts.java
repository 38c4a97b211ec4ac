package dev.quittance.identity;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Too many wrong guesses: wait, then try again. */
final class TooManyAttempts extends ResponseStatusException {
    private final Duration wait;

    TooManyAttempts(Duration wait) {
        super(HttpStatus.TOO_MANY_REQUESTS, sentence(wait));
        this.wait = wait;
    }

    /** The reason in a sentence. */
    String sentence() {
        return sentence(wait);
    }

    @Override
    public HttpHeaders getHeaders() {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()));
        return headers;
    }

    private static String sentence(Duration wait) {
        var minutes = wait.plusSeconds(59).toMinutes();
        return "Too many attempts. Try again in %d %s."
                .formatted(minutes, minutes == 1 ? "minute" : "minutes");
    }
}
