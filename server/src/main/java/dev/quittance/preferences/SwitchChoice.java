package dev.quittance.preferences;

/** One of the words that a switch can be set to, and how it reads on the screen. */
public record SwitchChoice(String value, String label) {}
