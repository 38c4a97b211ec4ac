package dev.quittance.documents;

import com.itextpdf.kernel.colors.Color;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfPage;
import com.itextpdf.kernel.pdf.canvas.CanvasArtifact;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import com.itextpdf.layout.Canvas;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.layout.properties.OverflowPropertyValue;
import com.itextpdf.layout.properties.Property;
import com.itextpdf.layout.properties.TextAlignment;
import org.jspecify.annotations.Nullable;

/** What repeats on every page: the accent on top, the footer, the number of the page. */
final class PageFooter {
    private static final float MARGIN = 48;
    private static final float SIZE = 7;
    private static final float BAR = 5;
    private static final float NUMBER_WIDTH = 150;

    private PageFooter() {}

    static void draw(
            PdfDocument pdf,
            DocumentPicture picture,
            DocumentFonts fonts,
            Color accent,
            Color quiet) {
        var pages = pdf.getNumberOfPages();
        for (var n = 1; n <= pages; n++) {
            var page = pdf.getPage(n);
            var canvas = new PdfCanvas(page).openTag(new CanvasArtifact());
            bar(canvas, page, accent);
            var width = page.getPageSize().getWidth() - 2 * MARGIN;
            var left = new Rectangle(MARGIN, 26, width - NUMBER_WIDTH, 30);
            var right = new Rectangle(MARGIN + width - NUMBER_WIDTH, 26, NUMBER_WIDTH, 30);
            var number = "%s · Page %d of %d".formatted(picture.number(), n, pages);
            write(canvas, left, picture.look().footer(), TextAlignment.LEFT, fonts, quiet);
            write(canvas, right, number, TextAlignment.RIGHT, fonts, quiet);
            canvas.closeTag();
        }
    }

    private static void bar(PdfCanvas canvas, PdfPage page, Color accent) {
        var size = page.getPageSize();
        canvas.saveState()
                .setFillColor(accent)
                .rectangle(0, size.getHeight() - BAR, size.getWidth(), BAR)
                .fill()
                .restoreState();
    }

    private static void write(
            PdfCanvas canvas,
            Rectangle box,
            @Nullable String text,
            TextAlignment alignment,
            DocumentFonts fonts,
            Color color) {
        if (text == null) {
            return;
        }
        var paragraph =
                new Paragraph(text)
                        .setFont(fonts.regular())
                        .setFontSize(SIZE)
                        .setFontColor(color)
                        .setMultipliedLeading(1.2f)
                        .setMargin(0)
                        .setTextAlignment(alignment);
        paragraph.setProperty(Property.OVERFLOW_Y, OverflowPropertyValue.HIDDEN);
        try (var area = new Canvas(canvas, box)) {
            area.add(paragraph);
        }
    }
}
