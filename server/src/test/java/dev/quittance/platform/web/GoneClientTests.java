package dev.quittance.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import org.junit.jupiter.api.Test;
import reactor.netty.channel.AbortedException;

class GoneClientTests {

    @Test
    void whoHangsUpIsKnownByEveryWordForIt() {
        assertThat(GoneClient.is(new SocketException("Connection reset"))).isTrue();
        assertThat(GoneClient.is(new IOException("Broken pipe"))).isTrue();
        assertThat(GoneClient.is(new ClosedChannelException())).isTrue();
        assertThat(GoneClient.is(AbortedException.beforeSend())).isTrue();
    }

    @Test
    void aFaultOfOurOwnIsNoGoneClient() {
        assertThat(GoneClient.is(new IOException("No space left on device"))).isFalse();
        assertThat(GoneClient.is(new ConnectException("Connection refused"))).isFalse();
        assertThat(GoneClient.is(new IllegalStateException("broken"))).isFalse();
    }
}
