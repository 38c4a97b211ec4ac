package dev.quittance.payments.stripe;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether Stripe's keys are set and cards are to be charged with them. */
class StripeIsSetUp implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var settings =
                Binder.get(context.getEnvironment())
                        .bindOrCreate("quittance.stripe", StripeSettings.class);
        var key = settings.secretKey();
        return key != null && !key.isBlank() && !Boolean.FALSE.equals(settings.enabled());
    }
}
