package dev.quittance.payments.sandbox;

import dev.quittance.payments.Charges;
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
    SandboxGateway sandboxGateway(SandboxMemory memory, SandboxSettings settings) {
        return new SandboxGateway(memory, settings);
    }

    @Bean
    RouterFunction<ServerResponse> sandboxBank(SandboxMemory memory, Charges charges) {
        return new SandboxBankPage(memory, charges).routes();
    }
}
