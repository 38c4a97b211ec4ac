/**
 * The GraphQL front: scalars, the gate that checks permissions and cost, errors, start-up checks.
 */
@NullMarked
package dev.quittance.platform.graphql;

import org.jspecify.annotations.NullMarked;
