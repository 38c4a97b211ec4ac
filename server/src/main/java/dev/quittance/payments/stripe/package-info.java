/**
 * Stripe as a card processor: what it is asked over HTTP by its own library, and what its answers
 * mean here. What it tells by itself, by webhooks, only says where to look.
 */
@NullMarked
package dev.quittance.payments.stripe;

import org.jspecify.annotations.NullMarked;
