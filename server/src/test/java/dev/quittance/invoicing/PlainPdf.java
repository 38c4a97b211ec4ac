package dev.quittance.invoicing;

import com.itextpdf.io.font.FontProgram;
import com.itextpdf.io.font.PdfEncodings;
import com.itextpdf.kernel.colors.DeviceRgb;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.font.PdfFontFactory;
import com.itextpdf.kernel.font.PdfFontFactory.EmbeddingStrategy;
import com.itextpdf.kernel.geom.PageSize;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.WriterProperties;
import com.itextpdf.layout.Document;
import com.itextpdf.layout.borders.Border;
import com.itextpdf.layout.borders.SolidBorder;
import com.itextpdf.layout.element.Cell;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.layout.element.Table;
import com.itextpdf.layout.properties.TextAlignment;
import com.itextpdf.layout.properties.UnitValue;
import dev.quittance.documents.DocumentPicture;
import dev.quittance.documents.DocumentPicture.Fact;
import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * The page of an invoice as one would write it down with iText alone: the same texts, fonts, tables
 * and tags, straight down the page.
 */
record PlainPdf(FontProgram regularProgram, FontProgram boldProgram) {
    private static final DeviceRgb QUIET = new DeviceRgb(0x5b, 0x62, 0x6e);
    private static final DeviceRgb ACCENT = new DeviceRgb(0x2f, 0x6f, 0xed);

    byte[] draw(DocumentPicture picture) {
        var bytes = new ByteArrayOutputStream();
        var writer = new PdfWriter(bytes, new WriterProperties().setFullCompressionMode(true));
        try (var pdf = new PdfDocument(writer)) {
            pdf.setTagged();
            pdf.getCatalog().setLang(new PdfString("en"));
            pdf.getDocumentInfo().setTitle(picture.title() + " " + picture.number());
            var bold = font(boldProgram);
            var document = new Document(pdf, PageSize.A4);
            document.setMargins(48, 48, 72, 48);
            document.setFont(font(regularProgram)).setFontSize(9);
            document.add(
                    table(60, 40)
                            .addCell(cell(picture.title(), 22).setFont(bold))
                            .addCell(right(picture.seller().name(), 15).setFont(bold)));
            document.add(facts(picture.facts()));
            document.add(
                    table(50, 50)
                            .addCell(party(picture.seller(), bold))
                            .addCell(party(picture.buyer(), bold)));
            document.add(new Paragraph(picture.headline()).setFont(bold).setFontSize(15));
            document.add(lines(picture));
            document.add(sums(picture, bold));
            for (var section : picture.sections()) {
                document.add(new Paragraph(section.title()).setFont(bold));
                document.add(facts(section.facts()));
                section.sentences().forEach(text -> document.add(new Paragraph(text)));
            }
            var page = pdf.getPage(1).getPageSize();
            document.showTextAligned(
                    new Paragraph(picture.number() + " · Page 1 of 1").setFontSize(7),
                    page.getWidth() - 48,
                    40,
                    TextAlignment.RIGHT);
            document.close();
        }
        return bytes.toByteArray();
    }

    private static PdfFont font(FontProgram program) {
        return PdfFontFactory.createFont(
                program, PdfEncodings.IDENTITY_H, EmbeddingStrategy.FORCE_EMBEDDED);
    }

    private static Table table(float... shares) {
        return new Table(UnitValue.createPercentArray(shares))
                .setFixedLayout()
                .setWidth(UnitValue.createPercentValue(100));
    }

    private static Cell cell(String text, float size) {
        return new Cell()
                .setBorder(Border.NO_BORDER)
                .setPadding(1)
                .add(new Paragraph(text).setFontSize(size).setMargin(0));
    }

    private static Cell right(String text, float size) {
        return cell(text, size).setTextAlignment(TextAlignment.RIGHT);
    }

    private static Table facts(List<Fact> facts) {
        var table = table(25, 75);
        for (var fact : facts) {
            table.addCell(cell(fact.label(), 9).setFontColor(QUIET)).addCell(cell(fact.value(), 9));
        }
        return table;
    }

    private static Cell party(DocumentPicture.Party party, PdfFont bold) {
        var cell = cell(party.heading(), 7.5f);
        cell.add(new Paragraph(party.name()).setFont(bold).setMargin(0));
        party.lines().forEach(line -> cell.add(new Paragraph(line).setMargin(0)));
        return cell;
    }

    private static Table lines(DocumentPicture picture) {
        var columns = picture.table().columns();
        var widths = new float[columns.size()];
        for (var i = 0; i < widths.length; i++) {
            widths[i] = (float) columns.get(i).width();
        }
        var table = table(widths);
        for (var column : columns) {
            table.addHeaderCell(
                    (column.number() ? right(column.title(), 7.5f) : cell(column.title(), 7.5f))
                            .setBorderBottom(new SolidBorder(ACCENT, 1.2f)));
        }
        for (var row : picture.table().rows()) {
            for (var i = 0; i < widths.length; i++) {
                var content = row.get(i);
                var cell =
                        columns.get(i).number()
                                ? right(content.text(), 9)
                                : cell(content.text(), 9);
                if (content.below() != null) {
                    cell.add(
                            new Paragraph(content.below())
                                    .setFontSize(7.5f)
                                    .setFontColor(QUIET)
                                    .setMargin(0));
                }
                table.addCell(cell.setBorderBottom(new SolidBorder(QUIET, 0.5f)));
            }
        }
        return table;
    }

    private static Table sums(DocumentPicture picture, PdfFont bold) {
        var table = table(70, 30);
        for (var sum : picture.sums()) {
            table.addCell(cell(sum.label(), 9)).addCell(right(sum.value(), 9));
        }
        table.addCell(cell(picture.total().label(), 9).setFont(bold));
        return table.addCell(right(picture.total().value(), 11).setFont(bold));
    }
}
