package dev.quittance.platform;

import reactor.core.publisher.Mono;

/**
 * What goes on beside the due work and belongs to its day, as charges do. A clock that is moved
 * waits for it a while before it goes on.
 */
public interface UnderWay {

    /** Whether anything of it is still to be done now. */
    Mono<Boolean> any();
}
