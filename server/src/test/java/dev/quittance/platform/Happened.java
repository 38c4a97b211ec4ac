package dev.quittance.platform;

import java.util.UUID;

/** What the outbox's tests tell. */
record Happened(UUID stream, String what) implements Event {}
