package dev.quittance.banking;

import org.jspecify.annotations.Nullable;

/** Who is on the other side of an entry, as far as the bank says. */
record Party(@Nullable String name, @Nullable String account) {
    static final Party UNKNOWN = new Party(null, null);
}
