package dev.quittance.documents;

import com.itextpdf.io.image.ImageDataFactory;
import com.itextpdf.kernel.colors.Color;
import com.itextpdf.kernel.colors.DeviceRgb;
import com.itextpdf.layout.Document;
import com.itextpdf.layout.borders.Border;
import com.itextpdf.layout.borders.SolidBorder;
import com.itextpdf.layout.element.Cell;
import com.itextpdf.layout.element.Div;
import com.itextpdf.layout.element.Image;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.layout.element.Table;
import com.itextpdf.layout.properties.BorderCollapsePropertyValue;
import com.itextpdf.layout.properties.HorizontalAlignment;
import com.itextpdf.layout.properties.Leading;
import com.itextpdf.layout.properties.Property;
import com.itextpdf.layout.properties.TextAlignment;
import com.itextpdf.layout.properties.UnitValue;
import com.itextpdf.layout.properties.VerticalAlignment;
import dev.quittance.documents.DocumentPicture.Column;
import dev.quittance.documents.DocumentPicture.Fact;
import dev.quittance.documents.DocumentPicture.Party;
import dev.quittance.documents.DocumentPicture.Section;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where everything stands on the pages of one document. */
final class PageLayout {
    private static final int PIECE = 50;
    private static final float MARGIN = 48;
    private static final float BOTTOM = 72;
    private static final float TEXT = 9;
    private static final float SMALL = 7.5f;
    private static final float LARGE = 15;
    private static final float TITLE = 22;
    private static final float LOGO_HEIGHT = 46;
    private static final float LOGO_WIDTH = 170;
    private static final Color INK = new DeviceRgb(0x1f, 0x23, 0x2b);
    private static final Color QUIET = new DeviceRgb(0x5b, 0x62, 0x6e);
    private static final Color RULE = new DeviceRgb(0xdf, 0xe2, 0xe7);

    private final Document document;
    private final DocumentPicture picture;
    private final DocumentFonts fonts = DocumentFonts.ofDocument();
    private final Color accent;

    PageLayout(Document document, DocumentPicture picture) {
        this.document = document;
        this.picture = picture;
        this.accent = color(picture.look().accent());
        document.setMargins(MARGIN, MARGIN, BOTTOM, MARGIN);
        document.setFont(fonts.regular()).setFontSize(TEXT).setFontColor(INK);
        document.setProperty(Property.LEADING, new Leading(Leading.MULTIPLIED, 1.0f));
    }

    void compose() {
        document.add(top());
        document.add(facts(picture.facts(), 110).setMarginTop(14));
        document.add(parties());
        if (picture.headline() != null) {
            document.add(headline(picture.headline()));
        }
        addLines();
        document.add(sums());
        picture.sections().forEach(section -> document.add(section(section)));
        PageFooter.draw(document.getPdfDocument(), picture, fonts, accent, QUIET);
        document.flush();
        fonts.flush();
    }

    private Table top() {
        var table = frame(60, 40);
        var title = text(picture.title(), TITLE).setFont(fonts.bold()).setMultipliedLeading(1);
        title.getAccessibilityProperties().setRole("H1");
        table.addCell(bare().add(title).setVerticalAlignment(VerticalAlignment.MIDDLE));
        var right = bare().setTextAlignment(TextAlignment.RIGHT);
        var logo = logo(picture.look().logo());
        if (logo == null) {
            right.add(
                    text(picture.seller().name(), LARGE).setFont(fonts.bold()).setFontColor(QUIET));
        } else {
            right.add(logo);
        }
        return table.addCell(right);
    }

    private @Nullable Image logo(@Nullable String dataUrl) {
        if (dataUrl == null) {
            return null;
        }
        var bytes = Base64.getDecoder().decode(dataUrl.substring(dataUrl.indexOf(',') + 1));
        var image = new Image(ImageDataFactory.create(bytes));
        image.scaleToFit(LOGO_WIDTH, LOGO_HEIGHT);
        image.setHorizontalAlignment(HorizontalAlignment.RIGHT);
        image.getAccessibilityProperties().setAlternateDescription(picture.seller().name());
        return image;
    }

    private Table parties() {
        return frame(50, 50)
                .setMarginTop(20)
                .addCell(party(picture.seller()))
                .addCell(party(picture.buyer()));
    }

    private Cell party(Party party) {
        var cell = bare();
        cell.add(text(party.heading(), SMALL).setFontColor(QUIET).setMarginBottom(2));
        cell.add(text(party.name(), TEXT).setFont(fonts.bold()));
        party.lines().forEach(line -> cell.add(text(line, TEXT)));
        return cell.setPaddingRight(16);
    }

    private Paragraph headline(String sentence) {
        var headline = text(sentence, LARGE).setFont(fonts.bold()).setMarginTop(26);
        headline.getAccessibilityProperties().setRole("H2");
        return headline;
    }

    /** A long table goes in pieces: at every page all that waits is looked through. */
    private void addLines() {
        var rows = picture.table().rows();
        var table = lines(rows.size() > PIECE).setMarginTop(20);
        if (rows.size() <= PIECE) {
            rows.forEach(row -> addLine(table, row));
            document.add(table);
            return;
        }
        document.add(table);
        for (var from = 0; from < rows.size(); from += PIECE) {
            rows.subList(from, Math.min(from + PIECE, rows.size()))
                    .forEach(row -> addLine(table, row));
            table.flush();
            document.flush();
        }
        table.complete();
    }

    private Table lines(boolean inPieces) {
        var columns = picture.table().columns();
        var table = frame(inPieces, columns.stream().mapToDouble(Column::width).toArray());
        // Shared borders would draw the header's between two pieces, too.
        table.setBorderCollapse(BorderCollapsePropertyValue.SEPARATE);
        for (var column : columns) {
            var header = bare().add(text(column.title(), SMALL).setFontColor(QUIET));
            table.addHeaderCell(
                    aligned(header, column).setBorderBottom(new SolidBorder(accent, 1.2f)));
        }
        return table;
    }

    private void addLine(Table table, List<DocumentPicture.Cell> row) {
        var columns = picture.table().columns();
        for (var i = 0; i < columns.size(); i++) {
            table.addCell(aligned(line(row.get(i)), columns.get(i)));
        }
    }

    private Cell line(DocumentPicture.Cell content) {
        var cell = bare().setKeepTogether(true).setPaddingTop(5).setPaddingBottom(5);
        cell.setBorderBottom(new SolidBorder(RULE, 0.5f));
        cell.add(text(content.text(), TEXT));
        if (content.below() != null) {
            cell.add(text(content.below(), SMALL).setFontColor(QUIET));
        }
        return cell;
    }

    private Cell aligned(Cell cell, Column column) {
        cell.setPaddingRight(6);
        if (column.number()) {
            cell.setTextAlignment(TextAlignment.RIGHT);
        }
        return column.equals(picture.table().columns().getLast()) ? cell.setPaddingRight(0) : cell;
    }

    private Table sums() {
        var table = frame(70, 30).setWidth(UnitValue.createPercentValue(56)).setKeepTogether(true);
        table.setHorizontalAlignment(HorizontalAlignment.RIGHT).setMarginTop(6);
        for (var sum : picture.sums()) {
            sumRow(table, sum, false);
        }
        sumRow(table, picture.total(), true);
        return table;
    }

    private void sumRow(Table table, Fact sum, boolean total) {
        var font = total ? fonts.bold() : fonts.regular();
        var label = bare().add(text(sum.label(), TEXT).setFont(font));
        var value = bare().add(text(sum.value(), total ? TEXT + 2 : TEXT).setFont(font));
        value.setTextAlignment(TextAlignment.RIGHT);
        for (var cell : List.of(label, value)) {
            cell.setPaddingTop(4)
                    .setPaddingBottom(4)
                    .setVerticalAlignment(VerticalAlignment.MIDDLE);
            if (total) {
                cell.setBorderTop(new SolidBorder(accent, 1.2f));
            }
            table.addCell(cell);
        }
    }

    private Div section(Section section) {
        var div = new Div().setKeepTogether(true).setMarginTop(18);
        var title = text(section.title(), TEXT).setFont(fonts.bold()).setMarginBottom(3);
        title.getAccessibilityProperties().setRole("H2");
        div.add(title);
        if (!section.facts().isEmpty()) {
            div.add(facts(section.facts(), 130));
        }
        section.sentences().forEach(sentence -> div.add(text(sentence, TEXT)));
        return div;
    }

    private Table facts(List<Fact> facts, float labelWidth) {
        var table = new Table(new float[] {labelWidth, 340}).setFixedLayout();
        table.setWidth(labelWidth + 340);
        for (var fact : facts) {
            table.addCell(bare().add(text(fact.label(), TEXT).setFontColor(QUIET)));
            table.addCell(bare().add(text(fact.value(), TEXT)));
        }
        return table;
    }

    private static Table frame(double... shares) {
        return frame(false, shares);
    }

    private static Table frame(boolean inPieces, double... shares) {
        var widths = UnitValue.createPercentArray(floats(shares));
        var table = new Table(widths, inPieces).setFixedLayout();
        return table.setWidth(UnitValue.createPercentValue(100));
    }

    private static float[] floats(double[] shares) {
        var floats = new float[shares.length];
        for (var i = 0; i < shares.length; i++) {
            floats[i] = (float) shares[i];
        }
        return floats;
    }

    private static Cell bare() {
        return new Cell()
                .setBorder(Border.NO_BORDER)
                .setPadding(1)
                .setPaddingLeft(0)
                .setPaddingRight(0);
    }

    private static Paragraph text(String text, float size) {
        return new Paragraph(text).setFontSize(size).setMargin(0);
    }

    private static Color color(String accent) {
        var rgb = Integer.parseInt(accent.substring(1), 16);
        return new DeviceRgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }
}
