package org.elenchus.tools.sandbox.command;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A command to run.
 *
 * @param words program and arguments; no shell reads them
 * @param environment all of it
 * @param place the one folder that it needs to write to
 * @param directory where it starts, below the place
 */
public record Command(
        List<String> words, SortedMap<String, String> environment, Path place, Path directory, Bounds bounds) {
    public Command {
        words = List.copyOf(words);
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    }

    /** With one more variable in its environment. */
    public Command with(String variable, String value) {
        SortedMap<String, String> more = new TreeMap<>(environment);
        more.put(variable, value);
        return new Command(words, more, place, directory, bounds);
    }
}
