package dev.quittance.platform.web;

import dev.quittance.platform.ForeignSources;
import dev.quittance.platform.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

class WebApplicationsTests {

    @Test
    void aSandboxServesGraphiql() {
        page(Map.of("quittance.mode", "sandbox")).expectStatus().isPermanentRedirect();
    }

    @Test
    void aLiveInstallationHasNone() {
        page(Map.of("quittance.mode", "live")).expectStatus().isNotFound();
    }

    @Test
    void aLiveInstallationServesItWhenToldTo() {
        page(Map.of("quittance.mode", "live", "quittance.graphql.graphiql", "true"))
                .expectStatus()
                .isPermanentRedirect();
    }

    @Test
    void aSandboxCanDoWithoutIt() {
        page(Map.of("quittance.graphql.graphiql", "false")).expectStatus().isNotFound();
    }

    private static WebTestClient.ResponseSpec page(Map<String, String> given) {
        var settings =
                new Binder(new MapConfigurationPropertySource(given))
                        .bindOrCreate("quittance", Settings.class);
        return WebTestClient.bindToRouterFunction(
                        new WebApplications()
                                .pages(
                                        settings,
                                        new StaticListableBeanFactory()
                                                .getBeanProvider(ForeignSources.class)))
                .build()
                .get()
                .uri("/graphiql")
                .exchange();
    }
}
