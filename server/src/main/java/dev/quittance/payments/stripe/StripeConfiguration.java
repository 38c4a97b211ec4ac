package dev.quittance.payments.stripe;

import static java.util.Objects.requireNonNull;

import dev.quittance.payments.GatewayEvents;
import dev.quittance.platform.ForeignSources;
import dev.quittance.platform.Settings;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Stripe, where its keys are set. */
@Configuration(proxyBeanMethods = false)
@Conditional(StripeIsSetUp.class)
class StripeConfiguration {

    @Bean
    StripeCalls stripeCalls(StripeSettings settings) {
        return new StripeCalls(settings);
    }

    @Bean
    StripeCustomers stripeCustomers(StripeCalls calls, DatabaseClient db) {
        return new StripeCustomers(calls, new StripeCustomerRepository(db));
    }

    /** Before the sandbox gateway: new charges go to the first. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    StripeGateway stripeGateway(
            StripeCalls calls,
            StripeCustomers customers,
            StripeSettings settings,
            Settings installation) {
        var back = installation.publicUrl().resolve(StripeReturnPage.PATH).toString();
        return new StripeGateway(
                requireNonNull(settings.publishableKey()),
                calls,
                new StripeCharging(calls, customers, back),
                new StripeSetups(calls, customers, back));
    }

    @Bean
    RouterFunction<ServerResponse> stripeReturn() {
        return StripeReturnPage.routes();
    }

    @Bean
    RouterFunction<ServerResponse> stripeWebhook(StripeSettings settings, GatewayEvents events) {
        return new StripeWebhook(
                        requireNonNull(settings.webhookSecret()), settings.webhookAge(), events)
                .routes();
    }

    /** Stripe's fields come from Stripe, and so does the page on which the payer's bank asks. */
    @Bean
    ForeignSources stripeFields() {
        return new ForeignSources(
                List.of("https://js.stripe.com", "https://*.js.stripe.com"),
                List.of(
                        "https://js.stripe.com",
                        "https://*.js.stripe.com",
                        "https://hooks.stripe.com"),
                List.of("https://api.stripe.com"));
    }
}
