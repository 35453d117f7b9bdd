package org.elenchus.tools.sandbox.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.elenchus.tools.sandbox.host.Purpose;

/** A way of starting a process of untrusted code: a worker, or a command. */
interface Launch {
    /** Prepares the home and describes the worker's process; its environment is replaced. */
    ProcessBuilder prepare(Home home, Purpose purpose) throws IOException;

    /** The same for another program in the worker's stead. */
    ProcessBuilder prepare(Home home, Purpose purpose, List<String> payload) throws IOException;

    /** Prepares the home and the command's place, and describes the command's process. */
    ProcessBuilder prepare(Home home, Errand errand) throws IOException;

    /** Whether commands find this program where they run. */
    boolean shows(Errand errand, Path program);

    /** The worker's private folder as the worker sees it. */
    Path folder(Home home);
}
