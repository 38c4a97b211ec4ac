package dev.quittance.messaging;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** The mail server of {@code spring.mail.*}, if one is set up. */
@Component
class MailServer {
    private final @Nullable JavaMailSender sender;

    @Autowired
    MailServer(ObjectProvider<JavaMailSender> senders, @Value("${spring.mail.host:}") String host) {
        this.sender = host.isBlank() ? null : senders.getIfAvailable();
    }

    MailServer(@Nullable JavaMailSender sender) {
        this.sender = sender;
    }

    boolean present() {
        return sender != null;
    }

    JavaMailSender sender() {
        if (sender == null) {
            throw new IllegalStateException("There is no mail server.");
        }
        return sender;
    }
}
