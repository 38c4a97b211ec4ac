package dev.quittance.takeover;

/** One column and the field it is read into. */
record TakeOverColumn(String column, TakeOverField field) {}
