package dev.quittance.payments;

/** A gateway tells of a charge of ours whose payment has not come in here yet. */
class NotYetPaid extends RuntimeException {}
