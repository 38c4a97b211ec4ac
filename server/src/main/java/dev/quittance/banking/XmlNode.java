package dev.quittance.banking;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of an XML file, without namespaces. */
record XmlNode(
        String name,
        String text,
        Map<String, String> attributes,
        List<XmlNode> children,
        int line) {

    /** All that lie at a path below: {@code NtryDtls/TxDtls}. */
    List<XmlNode> all(String path) {
        var found = List.of(this);
        for (var step : path.split("/")) {
            found =
                    found.stream()
                            .flatMap(node -> node.children().stream())
                            .filter(node -> node.name().equals(step))
                            .toList();
        }
        return found;
    }

    /** The first at the first of these paths where something lies. */
    @Nullable XmlNode first(String... paths) {
        for (var path : paths) {
            var found = all(path);
            if (!found.isEmpty()) {
                return found.getFirst();
            }
        }
        return null;
    }

    /** Its text; null when it is blank or not there. */
    @Nullable String text(String... paths) {
        var found = first(paths);
        return found == null || found.text().isBlank() ? null : found.text().strip();
    }
}
