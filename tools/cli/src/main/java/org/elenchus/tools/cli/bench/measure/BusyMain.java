package org.elenchus.tools.cli.bench.measure;

import java.io.IOException;

/** A busy process: computes until its standard input, a pipe from whoever started it, is closed. */
final class BusyMain {
    private static volatile long sink;

    private BusyMain() {}

    public static void main(String[] arguments) throws IOException {
        Thread computing = new Thread(BusyMain::compute, "busy");
        computing.setDaemon(true);
        computing.start();
        while (System.in.read() >= 0) {
            // Nothing is ever sent; the end is what is waited for.
        }
    }

    private static void compute() {
        long value = 1;
        while (true) {
            for (int i = 0; i < 1_000_000; i++) {
                value = value * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
            }
            sink = value;
        }
    }
}
