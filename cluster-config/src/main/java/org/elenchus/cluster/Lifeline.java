package org.elenchus.cluster;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/**
 * An idle connection to the port of a process, held to learn when the process ends: its system closes the connection and refuses the next.
 * A network that is silent, or a machine without power, tells nothing, and neither does this.
 */
final class Lifeline implements AutoCloseable {
    private static final int CONNECT_MILLIS = 2000;

    /** A process that is being told from another at the same address: a refusal counts when it is repeated. */
    private static final int REFUSALS = 2;

    private static final long BETWEEN_REFUSALS_MILLIS = 100;

    /** Between connections that end by themselves, or cannot be made. */
    private static final long BETWEEN_CONNECTIONS_MILLIS = 1000;

    private final String host;
    private final int port;
    private final Runnable ended;
    private volatile boolean closed;
    private volatile @Nullable Socket held;

    private Lifeline(String host, int port, Runnable ended) {
        this.host = host;
        this.port = port;
        this.ended = ended;
    }

    /** @param ended is called once, from another thread, when the process listens no more */
    static Lifeline to(String host, int port, Runnable ended) {
        Lifeline lifeline = new Lifeline(host, port, ended);
        Thread.ofVirtual().name("lifeline " + host + ":" + port).start(lifeline::hold);
        return lifeline;
    }

    private void hold() {
        int refusals = 0;
        try {
            while (!closed && refusals < REFUSALS) {
                long begun = System.nanoTime();
                if (isRefused()) {
                    refusals++;
                    Thread.sleep(BETWEEN_REFUSALS_MILLIS);
                } else {
                    refusals = 0;
                    // A process that has just ended is asked again at once; one that closes every connection is not.
                    if (System.nanoTime() - begun < BETWEEN_CONNECTIONS_MILLIS * 1_000_000) {
                        Thread.sleep(BETWEEN_CONNECTIONS_MILLIS);
                    }
                }
            }
        } catch (InterruptedException e) {
            return;
        }
        if (!closed) {
            ended.run();
        }
    }

    /** Holds a connection until it ends. @return whether there could be none because nobody listens */
    private boolean isRefused() {
        try (Socket socket = new Socket()) {
            held = socket;
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            while (!closed && socket.getInputStream().read() >= 0) {
                // What it says is not for us.
            }
            return false;
        } catch (ConnectException e) {
            return String.valueOf(e.getMessage()).contains("refused");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        Socket socket = held;
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is gone either way.
            }
        }
    }
}
