package dev.quittance.messaging;

import com.icegreen.greenmail.util.GreenMail;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The mail server as tests know it: none, or one with a memory. */
@Component
@Primary
class TestMailServer extends MailServer {
    private volatile @Nullable JavaMailSender sender;

    TestMailServer() {
        super((JavaMailSender) null);
    }

    void use(GreenMail mails) {
        var smtp = new JavaMailSenderImpl();
        smtp.setHost("localhost");
        smtp.setPort(mails.getSmtp().getPort());
        sender = smtp;
    }

    void none() {
        sender = null;
    }

    @Override
    boolean present() {
        return sender != null;
    }

    @Override
    JavaMailSender sender() {
        return Objects.requireNonNull(sender);
    }
}
