package org.elenchus.tools.sandbox.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.elenchus.tools.sandbox.host.Purpose;

/** A way of starting a worker's process. */
interface Launch {
    /** Prepares the home and describes the worker's process; its environment is replaced. */
    ProcessBuilder prepare(Home home, Purpose purpose) throws IOException;

    /** The same for another program in the worker's stead. */
    ProcessBuilder prepare(Home home, Purpose purpose, List<String> payload) throws IOException;

    /** The worker's private folder as the worker sees it. */
    Path folder(Home home);
}
