package dev.quittance.messaging;

import dev.quittance.customers.Contact;
import dev.quittance.platform.Faults;
import dev.quittance.platform.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An invoice to be forwarded, to whom and with which words. */
record ForwardInvoiceInput(
        UUID invoiceId, List<UUID> contactIds, String subject, String body, String idempotencyKey) {
    private static final int MOST = 50;
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 5_000;

    /**
     * The addresses of the chosen people, each once; refused with {@code InvalidInput} if anything
     * is wrong.
     *
     * @param people those of the customer
     */
    List<String> checked(Map<UUID, Contact> people) {
        var faults = new Faults();
        faults.check(
                !contactIds.isEmpty() && contactIds.size() <= MOST,
                "contactIds",
                "must be 1 to %d people".formatted(MOST));
        read(faults);
        var to = new ArrayList<String>();
        for (var i = 0; i < contactIds.size(); i++) {
            var contact = people.get(contactIds.get(i));
            if (contact != null && contact.email() != null) {
                to.add(contact.email());
            } else {
                faults.add(
                        "contactIds[%d]".formatted(i),
                        "must be somebody of this customer who has an address");
            }
        }
        faults.orThrow();
        return to.stream().distinct().toList();
    }

    /** What the mail says. */
    Words words() {
        return read(new Faults());
    }

    /**
     * What a mail says.
     *
     * @param subject in one line
     */
    record Words(String subject, List<String> paragraphs) {
        Words {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    private Words read(Faults faults) {
        var line = Texts.name(faults, "subject", subject, LONGEST_SUBJECT);
        var text = Texts.note(faults, "body", body, LONGEST_BODY);
        faults.check(text != null, "body", "must not be empty");
        return new Words(line, text == null ? List.of() : List.of(text.split("\n{2,}")));
    }
}
