package dev.quittance.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a file is text at all: UTF-8 without control bytes, and not empty. */
public final class FileText {
    private static final String REMEDY = " Save the file as CSV in UTF-8 and upload it again.";
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final CharBuffer out = CharBuffer.allocate(64 * 1024);
    private int line = 1;
    private boolean blank = true;

    private FileText() {}

    /**
     * Reads the file through once.
     *
     * @throws FileRefused naming the line of the first byte that is no text
     */
    public static void check(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            new FileText().check(in);
        }
    }

    private void check(InputStream in) throws IOException {
        var bytes = ByteBuffer.allocate(64 * 1024);
        var start = true;
        for (int read;
                (read = in.read(bytes.array(), bytes.position(), bytes.remaining())) >= 0; ) {
            bytes.position(bytes.position() + read).flip();
            if (start && bytes.remaining() >= 4) {
                refuseOtherFormats(bytes);
                start = false;
            }
            decode(bytes, false);
            bytes.compact();
        }
        decode(bytes.flip(), true);
        if (blank) {
            throw new FileRefused(
                    0, null, "The file is empty. The first line must name the columns.");
        }
    }

    private void decode(ByteBuffer bytes, boolean end) {
        CoderResult result;
        do {
            result = decoder.decode(bytes, out, end);
            look();
        } while (result.isOverflow());
        if (result.isError()) {
            throw new FileRefused(
                    line,
                    null,
                    "the byte 0x%02X is not UTF-8, so the encoding is another one.%s"
                            .formatted(bytes.get(bytes.position()), REMEDY));
        }
    }

    private void look() {
        out.flip();
        while (out.hasRemaining()) {
            char c = out.get();
            if (c == '\n') {
                line++;
            } else if (c == 0) {
                throw new FileRefused(
                        line, null, "there is a zero byte, so this is no CSV text." + REMEDY);
            }
            blank &= Character.isWhitespace(c) || c == '\uFEFF';
        }
        out.clear();
    }

    private static void refuseOtherFormats(ByteBuffer bytes) {
        int first = bytes.getShort(0) & 0xFFFF;
        if (first == 0xFEFF || first == 0xFFFE) {
            throw new FileRefused(1, null, "the file is written in UTF-16." + REMEDY);
        }
        if (bytes.getInt(0) == 0x504B0304) {
            throw new FileRefused(
                    1, null, "this is a workbook or an archive, not a CSV file." + REMEDY);
        }
    }
}
