package dev.quittance.platform;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Who asks, and what they may.
 *
 * @param id the staff user, contact or API client; null for the anonymous and the system
 * @param name fit to show in a history
 * @param customer set for contacts and for clients that act for one customer: they see nothing else
 * @param session the web session the request came with, if any
 */
public record Caller(
        Kind kind,
        @Nullable UUID id,
        String name,
        Set<Permission> permissions,
        @Nullable UUID customer,
        @Nullable UUID session) {

    /** Under which key the caller stands in the GraphQL context. */
    public static final String CONTEXT_KEY = "caller";

    /** Somebody who has not signed in. */
    public static final Caller ANONYMOUS =
            new Caller(Kind.ANONYMOUS, null, "Anonymous", Set.of(), null, null);

    /** Quittance itself: due work, deliveries, the bill run by night. */
    public static final Caller SYSTEM =
            new Caller(Kind.SYSTEM, null, "Quittance", Set.of(), null, null);

    /** What sort of caller. */
    public enum Kind {
        ANONYMOUS,
        STAFF,
        CONTACT,
        CLIENT,
        SYSTEM
    }

    public Caller {
        permissions = Set.copyOf(permissions);
    }

    /** The caller of the present request; the system where there is no request. */
    public static Mono<Caller> current() {
        return Mono.deferContextual(
                context ->
                        Mono.just(
                                context.hasKey(Caller.class) ? context.get(Caller.class) : SYSTEM));
    }

    /** Makes this the current caller of whatever is written into {@code context}. */
    public Context in(Context context) {
        return context.put(Caller.class, this);
    }

    /** Whether one permission is held, be it given or because of who this is. */
    public boolean may(Permission permission) {
        return switch (permission) {
            case EVERYONE -> true;
            case SIGNED_IN -> kind != Kind.ANONYMOUS;
            case STAFF -> kind == Kind.STAFF || kind == Kind.SYSTEM;
            case CONTACT -> customer != null;
            default -> kind == Kind.SYSTEM || permissions.contains(permission);
        };
    }

    /** Whether what belongs to {@code owner} may be seen, as far as ownership goes. */
    public boolean owns(UUID owner) {
        return customer == null || customer.equals(owner);
    }

    /** Refuses a caller bound to another customer, as if the thing did not exist. */
    public void mustOwn(UUID owner) {
        if (!owns(owner)) {
            throw new NotFound("The object");
        }
    }
}
