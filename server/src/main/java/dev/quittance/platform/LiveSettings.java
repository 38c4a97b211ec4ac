package dev.quittance.platform;

import dev.quittance.platform.Settings.DatabaseMode;
import dev.quittance.platform.Settings.SecretSettings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a live installation must have set before it may bill anybody. */
final class LiveSettings {
    static final int SHORTEST_SECRET = 32;

    private LiveSettings() {}

    /** One sentence for each setting that is missing or unfit; none for a sandbox. */
    static List<String> faults(Settings settings) {
        if (settings.sandbox()) {
            return List.of();
        }
        var faults = new ArrayList<String>();
        secret(settings.secrets().master(), faults);
        database(settings.database(), faults);
        var url = settings.publicUrl();
        if (!"https".equals(url.getScheme()) || "localhost".equals(url.getHost())) {
            faults.add(
                    "quittance.public-url must be the https address at which browsers find the"
                            + " installation, not "
                            + url
                            + ".");
        }
        if (settings.demoEnabled()) {
            faults.add("quittance.demo.enabled must not be true: demo sign-ins are known to all.");
        }
        return faults;
    }

    private static void secret(String master, List<String> faults) {
        if (master.equals(SecretSettings.DEMO_SECRET) || master.contains("demo-secret")) {
            faults.add(
                    "quittance.secrets.master is missing or a demo secret. Set it to a random text"
                            + " of at least 32 characters, for example from `openssl rand -base64"
                            + " 48`, and keep it.");
        } else if (master.length() < SHORTEST_SECRET) {
            faults.add("quittance.secrets.master must have at least 32 characters.");
        }
    }

    private static void database(Settings.DatabaseSettings database, List<String> faults) {
        if (database.effectiveMode() == DatabaseMode.EMBEDDED) {
            faults.add(
                    "quittance.database.url is missing: the embedded database is for sandboxes."
                            + " Set it to postgresql://host:5432/database.");
        }
        if (blank(database.username())) {
            faults.add("quittance.database.username is missing: the role that owns the tables.");
        }
        if (blank(database.password())) {
            faults.add("quittance.database.password is missing.");
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
