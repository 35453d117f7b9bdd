package org.elenchus.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class LifelineTest {
    private final AtomicInteger ended = new AtomicInteger();

    private Lifeline to(ServerSocket server) {
        return Lifeline.to("127.0.0.1", server.getLocalPort(), ended::incrementAndGet);
    }

    private static ServerSocket listening() throws Exception {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @Test
    void who_listens_no_more_has_ended() throws Exception {
        ServerSocket server = listening();
        try (Lifeline lifeline = to(server)) {
            Socket held = server.accept();
            assertThat(ended).hasValue(0);
            server.close();
            held.close();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> ended.get() == 1);
        }
    }

    @Test
    void who_closes_the_connection_and_still_listens_has_not() throws Exception {
        try (ServerSocket server = listening();
                Lifeline lifeline = to(server)) {
            server.accept().close();
            // It comes again, which takes a second.
            server.accept().close();
            assertThat(ended).hasValue(0);
        }
    }

    @Test
    void nobody_is_told_of_the_end_of_one_who_is_watched_no_more() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        ServerSocket server = listening();
        Lifeline lifeline = Lifeline.to("127.0.0.1", server.getLocalPort(), told::countDown);
        Socket held = server.accept();
        lifeline.close();
        assertThat(held.getInputStream().read())
                .as("the connection is given up")
                .isEqualTo(-1);
        server.close();
        // It would try again after a second.
        assertThat(told.await(3, TimeUnit.SECONDS)).isFalse();
    }
}
