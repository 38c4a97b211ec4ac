package dev.quittance.payments.stripe;

import dev.quittance.payments.GatewayContract;
import dev.quittance.payments.PaymentGateway;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Stripe's own library against a fake Stripe over HTTP. */
class StripeContractTests implements GatewayContract {
    private static FakeStripe stripe;
    private static FakeInstallation installation;

    @BeforeAll
    static void start() {
        stripe = new FakeStripe();
        installation = new FakeInstallation(stripe);
    }

    @AfterAll
    static void end() {
        installation.close();
        stripe.close();
    }

    @Override
    public PaymentGateway gateway() {
        return installation.gateway();
    }

    @Override
    public UUID customer() {
        return UUID.randomUUID();
    }

    @Override
    public String token(Behaviour card) {
        return stripe.card(FakeCard.valueOf(card.name()));
    }

    @Override
    public void decide(String page, boolean confirmed) {
        stripe.decide(page, confirmed);
    }

    @Override
    public void settle(String reference) {
        stripe.settle(reference);
    }

    @Override
    public String refundElsewhere(String charge, Money amount) {
        return stripe.refundElsewhere(charge, amount.getAmountMinorLong(), "requested_by_customer");
    }

    @Override
    public String dispute(String charge) {
        return stripe.dispute(charge);
    }

    @Override
    public void decideDispute(String dispute, boolean won) {
        stripe.decideDispute(dispute, won);
    }

    @Override
    public void payOut() {
        stripe.payOut("usd");
    }

    @Override
    public LocalDate since() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
