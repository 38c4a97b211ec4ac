package dev.quittance.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** The page of one web application, with a fresh nonce in every copy that is handed out. */
final class PageFiles {
    private static final String PLACEHOLDER = "__CSP_NONCE__";
    private static final int NONCE_BYTES = 18;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final @Nullable String page;

    PageFiles(String application) {
        this.page = read(new ClassPathResource("static/" + application + "/index.html"));
    }

    /** Whether the application was built into this server. */
    boolean there() {
        return page != null;
    }

    String with(String nonce) {
        return page == null ? "" : page.replace(PLACEHOLDER, nonce);
    }

    static String nonce() {
        var bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static @Nullable String read(ClassPathResource file) {
        try {
            return file.exists() ? file.getContentAsString(StandardCharsets.UTF_8) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
