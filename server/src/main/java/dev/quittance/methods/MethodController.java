package dev.quittance.methods;

import dev.quittance.customers.Customer;
import dev.quittance.methods.MethodOutcome.PaymentMethodChanged;
import dev.quittance.methods.MethodOutcome.PaymentMethodRemoved;
import dev.quittance.methods.MethodOutcome.SubscriptionMethodSet;
import dev.quittance.methods.SettingUp.AddPaymentMethodInput;
import dev.quittance.methods.SettingUp.ReplacePaymentMethodInput;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Kept payment methods in GraphQL. */
@Controller
class MethodController {
    private final PaymentMethods methods;
    private final SettingUp settingUp;
    private final MethodActs acts;
    private final SubscriptionMethods subscriptions;

    MethodController(
            PaymentMethods methods,
            SettingUp settingUp,
            MethodActs acts,
            SubscriptionMethods subscriptions) {
        this.methods = methods;
        this.settingUp = settingUp;
        this.acts = acts;
        this.subscriptions = subscriptions;
    }

    record ContinuePaymentMethodInput(UUID setupId) {}

    record RenamePaymentMethodInput(UUID methodId, @Nullable String name) {}

    record SetDefaultPaymentMethodInput(UUID methodId) {}

    record RemovePaymentMethodInput(UUID methodId, boolean stopAutoCharge) {}

    record SetSubscriptionMethodInput(UUID id, UUID methodId) {}

    @BatchMapping
    Mono<Map<Customer, List<PaymentMethod>>> paymentMethods(List<Customer> customers) {
        return methods.of(customers.stream().map(Customer::id).distinct().toList())
                .collectMultimap(PaymentMethod::customer)
                .map(
                        found ->
                                customers.stream()
                                        .distinct()
                                        .collect(
                                                Collectors.toMap(
                                                        Function.identity(),
                                                        customer ->
                                                                List.copyOf(
                                                                        found.getOrDefault(
                                                                                customer.id(),
                                                                                List.of())))));
    }

    @MutationMapping
    Mono<MethodOutcome> addPaymentMethod(@Argument AddPaymentMethodInput input) {
        return settingUp.add(input);
    }

    @MutationMapping
    Mono<MethodOutcome> replacePaymentMethod(@Argument ReplacePaymentMethodInput input) {
        return settingUp.replace(input);
    }

    @MutationMapping
    Mono<MethodOutcome> continuePaymentMethod(@Argument ContinuePaymentMethodInput input) {
        return settingUp.goOn(input.setupId());
    }

    @MutationMapping
    Mono<PaymentMethodChanged> renamePaymentMethod(@Argument RenamePaymentMethodInput input) {
        return acts.rename(input.methodId(), input.name()).map(PaymentMethodChanged::new);
    }

    @MutationMapping
    Mono<PaymentMethodChanged> setDefaultPaymentMethod(
            @Argument SetDefaultPaymentMethodInput input) {
        return acts.makeDefault(input.methodId()).map(PaymentMethodChanged::new);
    }

    @MutationMapping
    Mono<PaymentMethodRemoved> removePaymentMethod(@Argument RemovePaymentMethodInput input) {
        return acts.remove(input.methodId(), input.stopAutoCharge());
    }

    @MutationMapping
    Mono<SubscriptionMethodSet> setSubscriptionMethod(@Argument SetSubscriptionMethodInput input) {
        return subscriptions.pay(input.id(), input.methodId()).map(SubscriptionMethodSet::new);
    }
}
