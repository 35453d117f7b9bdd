package org.elenchus.tools.cli.bench;

import java.io.PrintWriter;
import java.util.function.IntConsumer;

/** Says how far a long step is: a line when it begins, and one every few seconds. Any thread may tell it. */
final class Ticker {
    private static final long EVERY_NANOS = 5_000_000_000L;

    private final PrintWriter err;
    private String step = "";
    private long said;

    Ticker(PrintWriter err) {
        this.err = err;
    }

    synchronized void begin(String name) {
        step = name;
        say(name);
    }

    /** The steps of a job of known length, under the name it began with. */
    IntConsumer of(String name, int total) {
        begin(name + " " + total);
        return done -> tick(name + " " + done + "/" + total);
    }

    /** Says this unless something was said just now. */
    synchronized void tick(String text) {
        if (!text.equals(step) && System.nanoTime() - said >= EVERY_NANOS) {
            say(text);
        }
    }

    private void say(String text) {
        err.println("  " + text);
        err.flush();
        said = System.nanoTime();
    }
}
