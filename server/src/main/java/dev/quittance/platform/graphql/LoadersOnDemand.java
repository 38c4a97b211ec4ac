package dev.quittance.platform.graphql;

import graphql.GraphQLContext;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.DataLoaderRegistrar;

/**
 * The data loaders of one request: only those it asks for are made and dispatched. There are some
 * fifty, and most requests need none.
 */
class LoadersOnDemand extends DataLoaderRegistry {
    private final DataLoaderRegistrar all;
    private final GraphQLContext context;
    private @Nullable DataLoaderRegistry made;

    LoadersOnDemand(DataLoaderRegistrar all, GraphQLContext context) {
        this.all = all;
        this.context = context;
    }

    /** Null where there is none of that name: some who ask have two names to try. */
    @Override
    public <K, V> @Nullable DataLoader<K, V> getDataLoader(String name) {
        DataLoader<K, V> known = super.getDataLoader(name);
        return known == null ? make(name) : known;
    }

    private synchronized <K, V> @Nullable DataLoader<K, V> make(String name) {
        if (made == null) {
            made = new DataLoaderRegistry();
            all.registerDataLoaders(made, context);
        }
        DataLoader<K, V> wanted = made.getDataLoader(name);
        return wanted == null ? null : computeIfAbsent(name, _ -> wanted);
    }
}
