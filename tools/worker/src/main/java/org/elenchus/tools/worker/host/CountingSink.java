package org.elenchus.tools.worker.host;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.LongAdder;

/** Where tests' output goes: counted, never kept. */
final class CountingSink extends OutputStream {
    private final LongAdder bytes = new LongAdder();

    static PrintStream stream() {
        return new PrintStream(new CountingSink(), false, StandardCharsets.UTF_8);
    }

    @Override
    public void write(int b) {
        bytes.increment();
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
        bytes.add(length);
    }

    @Override
    public String toString() {
        return bytes.sum() + " bytes";
    }
}
