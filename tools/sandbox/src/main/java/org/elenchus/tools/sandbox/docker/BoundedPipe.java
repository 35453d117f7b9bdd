package org.elenchus.tools.sandbox.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Bytes from one thread to another, no more of them at a time than fit; the writer waits for room, the reader for bytes. */
final class BoundedPipe {
    private final byte[] ring;
    private long written;
    private long read;
    private boolean ended;
    private boolean abandoned;

    BoundedPipe(int capacity) {
        this.ring = new byte[capacity];
    }

    /** Closing it ends the pipe: the reader gets what is in it, and then the end. */
    OutputStream in() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                put(bytes, offset, length);
            }

            @Override
            public void close() {
                end();
            }
        };
    }

    /** Closing it makes writers fail. */
    InputStream out() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return take(bytes, offset, length);
            }

            @Override
            public int available() {
                return waiting();
            }

            @Override
            public void close() {
                abandon();
            }
        };
    }

    private synchronized void put(byte[] bytes, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            while (written - read == ring.length && !abandoned && !ended) {
                await();
            }
            if (abandoned || ended) {
                throw new IOException("the pipe is closed");
            }
            int at = (int) (written % ring.length);
            int room = (int) Math.min(ring.length - (written - read), ring.length - at);
            int count = Math.min(room, length - done);
            System.arraycopy(bytes, offset + done, ring, at, count);
            written += count;
            done += count;
            notifyAll();
        }
    }

    private synchronized int take(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (written == read && !ended && !abandoned) {
            await();
        }
        if (written == read || abandoned) {
            return -1;
        }
        int at = (int) (read % ring.length);
        int count = (int) Math.min(Math.min(length, written - read), ring.length - at);
        System.arraycopy(ring, at, bytes, offset, count);
        read += count;
        notifyAll();
        return count;
    }

    private synchronized int waiting() {
        return (int) (written - read);
    }

    private void await() throws IOException {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    synchronized void abandon() {
        abandoned = true;
        notifyAll();
    }
}
