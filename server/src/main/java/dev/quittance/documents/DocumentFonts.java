package dev.quittance.documents;

import com.itextpdf.io.font.FontProgram;
import com.itextpdf.io.font.FontProgramFactory;
import com.itextpdf.io.font.PdfEncodings;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.font.PdfFontFactory;
import com.itextpdf.kernel.font.PdfFontFactory.EmbeddingStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The two weights a document is set in, Noto Sans with Latin, Greek and Cyrillic letters. Only the
 * letters used are embedded.
 */
record DocumentFonts(PdfFont regular, PdfFont bold) {
    /** Parsed once per thread: a font program keeps a reading position. */
    private static final ThreadLocal<Programs> PROGRAMS = ThreadLocal.withInitial(Programs::read);

    private record Programs(FontProgram regular, FontProgram bold) {
        static Programs read() {
            return new Programs(program("NotoSans-Regular"), program("NotoSans-Bold"));
        }
    }

    /** Fonts for one document; they must not be shared among documents. */
    static DocumentFonts ofDocument() {
        var programs = PROGRAMS.get();
        return new DocumentFonts(font(programs.regular()), font(programs.bold()));
    }

    /** Writes them, always in the same order; nothing can be set in them afterwards. */
    void flush() {
        regular.flush();
        bold.flush();
    }

    private static PdfFont font(FontProgram program) {
        return PdfFontFactory.createFont(
                program, PdfEncodings.IDENTITY_H, EmbeddingStrategy.FORCE_EMBEDDED);
    }

    private static FontProgram program(String name) {
        try (var file = DocumentFonts.class.getResourceAsStream("/fonts/" + name + ".ttf")) {
            if (file == null) {
                throw new IllegalStateException("The font %s is missing".formatted(name));
            }
            return FontProgramFactory.createFont(file.readAllBytes(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
