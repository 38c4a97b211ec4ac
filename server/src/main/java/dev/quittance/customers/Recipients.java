package dev.quittance.customers;

import dev.quittance.platform.Faults;
import dev.quittance.platform.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who gets a customer's papers by mail. */
public interface Recipients {
    int MOST = 20;

    /** The main address and all further ones, each once; nobody for a disabled customer. */
    static List<String> of(boolean active, @Nullable String email, List<String> further) {
        if (!active) {
            return List.of();
        }
        var all = new ArrayList<String>();
        if (email != null) {
            all.add(email);
        }
        all.addAll(further);
        return distinct(all);
    }

    /** Addresses that staff typed, each once; faults name the path {@code <path>[…]}. */
    static List<String> checked(List<String> typed, String path, Faults faults) {
        faults.check(!typed.isEmpty(), path, "must name at least one address");
        faults.check(typed.size() <= MOST, path, "must name at most %d addresses".formatted(MOST));
        var addresses = new ArrayList<String>();
        for (int i = 0; i < typed.size() && i < MOST; i++) {
            var at = "%s[%d]".formatted(path, i);
            var address = Texts.email(faults, at, typed.get(i));
            if (faults.check(address != null, at, "must not be empty") && address != null) {
                addresses.add(address);
            }
        }
        return distinct(addresses);
    }

    private static List<String> distinct(List<String> addresses) {
        var seen = new TreeSet<String>();
        return addresses.stream().filter(a -> seen.add(a.toLowerCase(Locale.ROOT))).toList();
    }
}
