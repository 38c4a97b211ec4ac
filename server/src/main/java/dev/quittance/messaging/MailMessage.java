package dev.quittance.messaging;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.Serial;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;

/** A mail as it goes over the wire. Sent again it bears the same Message-ID. */
final class MailMessage extends MimeMessage {
    private final String messageId;

    /** A document that goes with a mail. */
    record Attachment(String fileName, byte[] pdf) {}

    /** From whom: the merchant's name and address, and the host that message ids end in. */
    record Sender(String name, String email, String host) {}

    private MailMessage(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static MailMessage of(Envelope mail, Sender from, List<Attachment> attachments) {
        try {
            var message =
                    new MailMessage(
                            Session.getInstance(new Properties()), messageId(mail.id(), from));
            var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            helper.setFrom(
                    new InternetAddress(
                            from.email(), oneLine(from.name()), StandardCharsets.UTF_8.name()));
            for (var to : mail.to()) {
                helper.addTo(new InternetAddress(to, true));
            }
            helper.setSubject(oneLine(mail.subject()));
            helper.setText(mail.text(), mail.html());
            for (var attachment : attachments) {
                helper.addAttachment(
                        oneLine(attachment.fileName()),
                        new ByteArrayResource(attachment.pdf()),
                        "application/pdf");
            }
            message.setHeader("Auto-Submitted", "auto-generated");
            message.saveChanges();
            return message;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new Unsendable(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static String messageId(UUID id, Sender from) {
        return "<%s@%s>".formatted(id, from.host());
    }

    /** No name can begin another header. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    /** The mail itself is at fault; no mail server would take it. */
    static final class Unsendable extends RuntimeException {
        @Serial private static final long serialVersionUID = 1L;

        Unsendable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
