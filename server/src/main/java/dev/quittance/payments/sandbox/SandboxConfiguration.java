package dev.quittance.payments.sandbox;

import dev.quittance.payments.Charges;
import dev.quittance.platform.BusinessClock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The sandbox gateway and its bank, in a sandbox installation only. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "quittance.mode", havingValue = "sandbox", matchIfMissing = true)
class SandboxConfiguration {

    @Bean
    SandboxMemory sandboxMemory(DatabaseClient db, ReactiveTransactionManager transactions) {
        return new SandboxMemory(db, transactions);
    }

    @Bean
    SandboxMethods sandboxMethods(
            DatabaseClient db, ReactiveTransactionManager transactions, BusinessClock clock) {
        return new SandboxMethods(new SandboxMethodMemory(db, transactions), clock);
    }

    @Bean
    SandboxRefundMemory sandboxRefundMemory(
            DatabaseClient db, ReactiveTransactionManager transactions) {
        return new SandboxRefundMemory(db, transactions);
    }

    @Bean
    SandboxPayouts sandboxPayouts(
            DatabaseClient db, ReactiveTransactionManager transactions, BusinessClock clock) {
        return new SandboxPayouts(db, transactions, clock);
    }

    @Bean
    SandboxDisputes sandboxDisputes(
            DatabaseClient db,
            SandboxMemory charges,
            SandboxSettings settings,
            BusinessClock clock,
            ReactiveTransactionManager transactions) {
        return new SandboxDisputes(
                new SandboxDisputeMemory(db), charges, settings, clock, transactions);
    }

    @Bean
    SandboxGateway sandboxGateway(
            SandboxMemory memory,
            SandboxMethods methods,
            SandboxRefundMemory refunds,
            SandboxPayouts payouts,
            SandboxDisputes disputes,
            SandboxSettings settings) {
        return new SandboxGateway(
                memory,
                new SandboxCharging(memory, methods, settings),
                methods,
                new SandboxRefunding(memory, refunds, settings),
                payouts,
                disputes);
    }

    @Bean
    RouterFunction<ServerResponse> sandboxBank(
            SandboxMemory memory, SandboxMethods methods, Charges charges) {
        return new SandboxBankPage(memory, methods, charges).routes();
    }
}
