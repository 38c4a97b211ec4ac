package dev.quittance.preferences;

import static java.util.Objects.requireNonNull;

import dev.quittance.platform.Columns;
import dev.quittance.platform.JsonText;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What is set for the organisation, plans and customers. */
@Repository
class PreferenceRepository {
    private static final Map<String, PortalSwitch> KNOWN =
            Arrays.stream(PortalSwitch.values())
                    .collect(Collectors.toMap(Enum::name, Function.identity()));

    private final DatabaseClient db;

    PreferenceRepository(DatabaseClient db) {
        this.db = db;
    }

    /** What is set for these; switches that this version doesn't know are left out. */
    Flux<Preference> of(Collection<UUID> ids) {
        return db.sql(
                        """
                        select scope_id, level, name, value
                          from preference
                         where scope_id = any(:ids)
                        """)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(row -> List.<Preference>copyOf(preference(new Columns(row))))
                .all()
                .flatMapIterable(Function.identity());
    }

    /** One change of preferences at a time, until the transaction ends. */
    Mono<Void> lock() {
        return db.sql("select pg_advisory_xact_lock(70, 0)").then();
    }

    /** Sets these switches there, or takes away what was set where the value is null. */
    Mono<Void> set(PreferencePlace place, Map<PortalSwitch, @Nullable SwitchValue> values) {
        var switches = List.copyOf(values.keySet());
        return db.sql(
                        """
                        with given as (
                          select name, value from unnest(:names::text[], :values::text[]) as g (name, value)),
                        gone as (
                          delete from preference p using given g
                           where p.scope_id = :scope and p.name = g.name and g.value is null)
                        insert into preference (scope_id, level, name, value)
                        select :scope, :level, name, value::jsonb from given where value is not null
                            on conflict (scope_id, name) do update set value = excluded.value
                        """)
                .bind("names", switches.stream().map(Enum::name).toArray(String[]::new))
                .bind(
                        "values",
                        switches.stream().map(one -> json(values.get(one))).toArray(String[]::new))
                .bind("scope", place.id())
                .bind("level", place.level().name())
                .then();
    }

    private static @Nullable String json(@Nullable SwitchValue value) {
        return value == null ? null : JsonText.write(value.only());
    }

    private static List<Preference> preference(Columns column) {
        var name = KNOWN.get(column.text("name"));
        if (name == null) {
            return List.of();
        }
        var value =
                SwitchValue.read(
                        name.domain().kind(),
                        requireNonNull(column.json("value", JsonNode.class), "value"));
        return value == null
                ? List.of()
                : List.of(
                        new Preference(
                                column.id("scope_id"),
                                column.choice("level", PreferenceLevel.class),
                                name,
                                value));
    }
}
