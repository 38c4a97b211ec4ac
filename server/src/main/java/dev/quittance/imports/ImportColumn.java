package dev.quittance.imports;

import java.util.List;

/** A column of an uploaded file, with the values of its first rows. */
public record ImportColumn(String name, List<String> samples) {}
