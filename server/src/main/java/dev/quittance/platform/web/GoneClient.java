package dev.quittance.platform.web;

import java.net.ConnectException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import org.springframework.web.util.DisconnectedClientHelper;

/** Tells whether the other side has hung up: nobody is left to be told, and it is not news. */
final class GoneClient {

    private GoneClient() {}

    /** Whether that is what {@code failure} says; how the JDK says it the helper does not know. */
    static boolean is(Throwable failure) {
        return failure instanceof ClosedChannelException
                || failure instanceof SocketException && !(failure instanceof ConnectException)
                || DisconnectedClientHelper.isClientDisconnectedException(failure);
    }
}
