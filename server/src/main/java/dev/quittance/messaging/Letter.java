package dev.quittance.messaging;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * What a mail says, once as text and once as plain HTML without anything to load.
 *
 * @param language of the words
 * @param from the merchant's name, above and below the letter
 * @param paragraphs each a few sentences; `{link}` in none of them
 * @param action where the reader can go on; {@link #LINK} as url stands for a one-time link
 */
record Letter(
        Locale language,
        String from,
        String subject,
        List<String> paragraphs,
        @Nullable Action action) {
    /** Stands where the one-time link will be: texts are kept without it. */
    static final String LINK = "{link}";

    private static final int LONGEST_SUBJECT = 200;
    private static final String PAGE =
            """
            <!doctype html>
            <html lang="%4$s"><head><meta charset="utf-8"><title>%1$s</title></head>
            <body style="margin:0;padding:24px;background:#f4f5f7;font-family:sans-serif;color:#1f2430">
            <div style="max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border-radius:8px">
            <p style="margin:0 0 16px;font-weight:bold">%2$s</p>
            %3$s</div></body></html>
            """;
    private static final String PARAGRAPH = "<p style=\"margin:0 0 16px;line-height:1.5\">%s</p>\n";
    private static final String BUTTON =
            """
            <p style="margin:24px 0"><a href="%1$s" style="display:inline-block;padding:10px 18px;border-radius:6px;background:#1f2430;color:#ffffff;text-decoration:none">%2$s</a></p>
            <p style="margin:0 0 16px;font-size:13px;color:#5b6270">%3$s</p>
            """;

    /** A link with its label. */
    record Action(String label, String url) {}

    Letter {
        subject = oneLine(subject);
        paragraphs = List.copyOf(paragraphs);
    }

    String text() {
        var link = action == null ? "" : "%s:%n%s%n%n".formatted(action.label(), action.url());
        return paragraphs.stream().map(p -> p + "\n\n").collect(Collectors.joining())
                + link.replace("\r\n", "\n")
                + "-- \n"
                + from
                + "\n";
    }

    String html() {
        var body =
                paragraphs.stream()
                        .map(p -> PARAGRAPH.formatted(escaped(p)))
                        .collect(Collectors.joining());
        var link =
                action == null
                        ? ""
                        : BUTTON.formatted(
                                HtmlUtils.htmlEscape(action.url()),
                                escaped(action.label()),
                                escaped(action.url()));
        return PAGE.formatted(
                escaped(subject), escaped(from), body + link, language.toLanguageTag());
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text).replace("\n", "<br>");
    }

    /** A header is one line, whatever the names in it hold. */
    private static String oneLine(String text) {
        var line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        int length = line.codePointCount(0, line.length());
        return length <= LONGEST_SUBJECT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
    }
}
