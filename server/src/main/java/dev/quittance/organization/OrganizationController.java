package dev.quittance.organization;

import dev.quittance.platform.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** The merchant in GraphQL. */
@Controller
class OrganizationController {
    private final Organizations organizations;
    private final Settings settings;

    OrganizationController(Organizations organizations, Settings settings) {
        this.organizations = organizations;
        this.settings = settings;
    }

    /** What strangers may know of the merchant. */
    record Branding(String name, String accentColor, @Nullable String logo, boolean sandbox) {}

    /** The profile once changed. */
    record OrganizationUpdated(Organization organization) {}

    @QueryMapping
    Mono<Organization> organization() {
        return organizations.current();
    }

    @QueryMapping
    Mono<Branding> branding() {
        return organizations
                .current()
                .map(
                        own ->
                                new Branding(
                                        own.name(),
                                        own.accentColor(),
                                        own.logo(),
                                        settings.sandbox()));
    }

    @MutationMapping
    Mono<OrganizationUpdated> updateOrganization(@Argument OrganizationChange input) {
        return organizations.update(input).map(OrganizationUpdated::new);
    }
}
