package dev.quittance.platform;

import java.util.List;

/**
 * What a page of the portal may load from elsewhere: the fields of a card processor, which must
 * come from the processor itself. Without one, a page loads nothing that is not ours.
 *
 * @param scripts origins of scripts
 * @param frames origins of pages in frames
 * @param connections origins that scripts may speak to
 */
public record ForeignSources(List<String> scripts, List<String> frames, List<String> connections) {
    public static final ForeignSources NONE = new ForeignSources(List.of(), List.of(), List.of());

    public ForeignSources {
        scripts = List.copyOf(scripts);
        frames = List.copyOf(frames);
        connections = List.copyOf(connections);
    }
}
