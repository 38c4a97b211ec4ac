package dev.quittance.testing;

import dev.quittance.platform.BadRequest;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Faults;
import dev.quittance.platform.Forbidden;
import dev.quittance.platform.MoneyInput;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Page;
import dev.quittance.platform.Texts;
import dev.quittance.platform.Unauthorized;
import graphql.relay.Connection;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Serves the probes with which platform's tests try the GraphQL front. */
@Controller
class ProbeController {

    record Probe(String name, @Nullable Money price, String secret, List<Probe> children) {}

    record Unreachable(String name) {}

    sealed interface Provoked {
        record ProbeTaken(String text) implements Provoked {}
    }

    record ProbeInput(
            @Nullable LocalDate on,
            @Nullable Instant at,
            @Nullable BigDecimal factor,
            @Nullable MoneyInput price,
            @Nullable String country,
            @Nullable List<ProbeLine> lines) {}

    record ProbeLine(BigDecimal amount, @Nullable String kind) {}

    @QueryMapping
    Probe probe() {
        return probe(1);
    }

    @QueryMapping
    Connection<Probe> probes(@Argument int first, @Argument @Nullable String after) {
        var page = Page.of(first, after);
        var behind = page.number(0);
        var from = behind == null ? 0 : behind.intValue() + 1;
        var rows =
                IntStream.range(from, Math.min(50, from + page.first() + 1))
                        .mapToObj(ProbeController::probe)
                        .toList();
        return page.connection(rows, row -> List.of(row.name().substring("probe ".length())));
    }

    @QueryMapping
    Mono<Probe> probeById(@Argument UUID id) {
        return Mono.error(new NotFound("probe"));
    }

    @QueryMapping
    Mono<Probe> failingProbe(@Argument String how) {
        return Mono.error(
                switch (how) {
                    case "not found" -> new NotFound("probe");
                    case "forbidden" -> new Forbidden("Not today.");
                    case "unauthorized" -> new Unauthorized();
                    case "bad" -> new BadRequest("how", "is bad");
                    default -> new IllegalStateException("secret details");
                });
    }

    @QueryMapping
    String echo(@Argument ProbeInput input) {
        var faults = new Faults();
        var price = input.price() == null ? null : input.price().money(faults, "price");
        faults.orThrow();
        return input + " " + price;
    }

    @QueryMapping
    Mono<String> contactProbe() {
        return Caller.current().map(Caller::name);
    }

    @QueryMapping
    Unreachable unreachable() {
        return new Unreachable("hidden");
    }

    @MutationMapping
    Mono<Provoked> provoke(@Argument String text) {
        return Mono.fromCallable(
                () -> {
                    var faults = new Faults();
                    var clean = Texts.name(faults, "text", text, 20);
                    faults.orThrow();
                    return new Provoked.ProbeTaken(clean);
                });
    }

    @SubscriptionMapping
    Flux<String> probeStream() {
        return Flux.concat(Flux.just("first"), Flux.error(new Unauthorized()));
    }

    private static Probe probe(int i) {
        return new Probe(
                "probe " + i,
                Money.ofMinor(CurrencyUnit.of("KWD"), i),
                "hush",
                i == 1 ? List.of(probe(0)) : List.of());
    }
}
