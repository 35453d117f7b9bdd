package org.elenchus.persistence;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A way to a server that can be shut and opened again: shut, it looks as if the server had stopped. */
final class Gate implements Closeable {
    private final int target;
    private final int port;
    private final List<Socket> open = new ArrayList<>();
    private @Nullable ServerSocket door;

    /** Shut at first. */
    Gate(int target) throws IOException {
        this.target = target;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    synchronized void open() throws IOException {
        ServerSocket entrance = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        door = entrance;
        Thread.ofVirtual().start(() -> admit(entrance));
    }

    synchronized void shut() throws IOException {
        if (door != null) {
            door.close();
            door = null;
        }
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    @Override
    public void close() throws IOException {
        shut();
    }

    private void admit(ServerSocket entrance) {
        try {
            while (true) {
                Socket client = entrance.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                synchronized (this) {
                    open.add(client);
                    open.add(server);
                }
                Thread.ofVirtual().start(() -> copy(client, server));
                Thread.ofVirtual().start(() -> copy(server, client));
            }
        } catch (IOException shut) {
            // As it was meant.
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException shut) {
            // As it was meant.
        }
    }
}
