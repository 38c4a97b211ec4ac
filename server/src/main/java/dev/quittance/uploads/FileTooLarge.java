package dev.quittance.uploads;

import java.io.Serial;

/** A file of more bytes than an import may have. */
public final class FileTooLarge extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    public FileTooLarge() {
        super(
                "The file is larger than %d MB. Split it into several files, each with the header line."
                        .formatted(UploadedFile.MOST_BYTES / 1_000_000),
                null,
                false,
                false);
    }
}
