package dev.quittance.identity;

import dev.quittance.platform.Permission;
import java.util.List;
import java.util.UUID;

/** Whoever is signed in. */
public record Viewer(UUID id, ViewerKind kind, String name, List<Permission> permissions) {}
