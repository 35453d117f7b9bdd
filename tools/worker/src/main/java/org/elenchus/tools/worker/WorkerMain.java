package org.elenchus.tools.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.elenchus.tools.worker.host.HostState;
import org.elenchus.tools.worker.wire.Connection;

/** Starts a worker. Arguments: base and per-test time limits of an execution, time limit of a build, all in milliseconds. */
public final class WorkerMain {
    /** Exit status of a worker that had no memory left even to answer; the JVM's own for the same case. */
    public static final int OUT_OF_MEMORY = 3;

    private WorkerMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        InputStream in = System.in;
        PrintStream out = System.out;
        System.setIn(InputStream.nullInputStream());
        System.setOut(System.err);
        int status = 0;
        try {
            Orders orders = new Orders(
                    HostState.capture(),
                    Path.of("").toAbsolutePath(),
                    Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath());
            Worker.TimeLimits limits = new Worker.TimeLimits(
                    Long.parseLong(arguments[0]), Long.parseLong(arguments[1]), Long.parseLong(arguments[2]));
            new Worker(new Connection(in, out), orders, limits).serve();
        } catch (OutOfMemoryError e) {
            status = OUT_OF_MEMORY;
        } catch (IOException e) {
            System.err.println("the worker ends: " + e);
            status = 1;
        }
        // Not exit: code under test may have left hooks and threads that would hold the process.
        Runtime.getRuntime().halt(status);
    }
}
