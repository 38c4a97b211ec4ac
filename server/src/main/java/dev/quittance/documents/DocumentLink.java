package dev.quittance.documents;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a link says: this reader may read this document until then.
 *
 * @param reader the web session, or the API client
 */
record DocumentLink(
        DocumentKind kind,
        UUID document,
        UUID customer,
        ReaderKind readerKind,
        UUID reader,
        Instant expires) {
    private static final int SIZE = 1 + 16 + 16 + 1 + 16 + 8;

    /** How the reader proves to be the one the link was made for. */
    enum ReaderKind {
        /** By the session cookie of the portal. */
        PORTAL,
        /** By the session cookie of the console. */
        CONSOLE,
        /** By the bearer token of the same API client. */
        CLIENT
    }

    byte[] bytes() {
        return ByteBuffer.allocate(SIZE)
                .put((byte) kind.ordinal())
                .putLong(document.getMostSignificantBits())
                .putLong(document.getLeastSignificantBits())
                .putLong(customer.getMostSignificantBits())
                .putLong(customer.getLeastSignificantBits())
                .put((byte) readerKind.ordinal())
                .putLong(reader.getMostSignificantBits())
                .putLong(reader.getLeastSignificantBits())
                .putLong(expires.getEpochSecond())
                .array();
    }

    /**
     * What {@code bytes} say; null when they are none of ours. Only for bytes whose signature fits.
     */
    static @Nullable DocumentLink of(byte[] bytes) {
        try {
            var buffer = ByteBuffer.wrap(bytes);
            return new DocumentLink(
                    DocumentKind.values()[buffer.get()],
                    id(buffer),
                    id(buffer),
                    ReaderKind.values()[buffer.get()],
                    id(buffer),
                    Instant.ofEpochSecond(buffer.getLong()));
        } catch (BufferUnderflowException | ArrayIndexOutOfBoundsException strange) {
            return null;
        }
    }

    private static UUID id(ByteBuffer buffer) {
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
