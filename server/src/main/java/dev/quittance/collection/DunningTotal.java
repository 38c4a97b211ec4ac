package dev.quittance.collection;

import org.joda.money.Money;

/**
 * What is due on invoices of one currency whose charge failed.
 *
 * @param active whether they are dunned; else they are given up
 */
record DunningTotal(Money due, int invoices, boolean active) {}
