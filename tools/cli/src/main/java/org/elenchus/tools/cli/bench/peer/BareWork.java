package org.elenchus.tools.cli.bench.peer;

import java.util.List;

/**
 * What the bare limit's process is given, as a JSON file.
 *
 * @param release Java source level
 * @param classPath what edits are compiled against
 * @param warm whether all items are executed once before they are measured
 */
record BareWork(int release, List<String> classPath, boolean warm, List<Item> items) {
    /** An edited file, whole, and ids of the tests to run, {@code Class#method(Types)}. */
    record Item(String path, String text, List<String> tests) {}

    /** What it found. @param executed indices of the items it measured @param killed of them, how many failed a test */
    record Done(List<Integer> executed, int killed, double seconds, double processorSeconds) {}
}
