package dev.quittance.subscriptions;

import static java.util.stream.Collectors.toMap;

import dev.quittance.platform.Columns;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Says of which addon an item is, in GraphQL. */
@Controller
class ItemAddons {
    private final DatabaseClient db;

    ItemAddons(DatabaseClient db) {
        this.db = db;
    }

    private record Of(UUID item, UUID addon) {}

    @BatchMapping
    Mono<Map<SubscriptionItem, UUID>> addonId(List<SubscriptionItem> items) {
        return db.sql(
                        """
                        select id, addon_id
                          from subscription_item
                         where id = any(:ids) and addon_id is not null
                        """)
                .bind("ids", items.stream().map(SubscriptionItem::id).toArray(UUID[]::new))
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new Of(column.id("id"), column.id("addon_id"));
                        })
                .all()
                .collectMap(Of::item, Of::addon)
                .map(
                        found ->
                                items.stream()
                                        .distinct()
                                        .filter(item -> found.containsKey(item.id()))
                                        .collect(
                                                toMap(
                                                        Function.identity(),
                                                        item -> found.get(item.id()))));
    }
}
