package org.elenchus.tools.cli.evolve;

import java.io.PrintWriter;

/** Tells the user who stops a run how to go on with it. Between opening and closing only. */
final class Interruption implements AutoCloseable {
    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    static Interruption announced(PrintWriter err) {
        Thread hook = new Thread(
                () -> {
                    err.println();
                    err.println("elenchus: stopping; nothing is lost, the same command goes on with the run");
                    err.flush();
                },
                "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // The process is ending: the hook has spoken.
        }
    }
}
