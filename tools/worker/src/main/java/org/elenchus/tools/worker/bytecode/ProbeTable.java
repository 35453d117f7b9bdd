package org.elenchus.tools.worker.bytecode;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Numbers the lines of a snapshot's main sources. Thread-safe: classes are instrumented on whichever thread loads them. */
public final class ProbeTable {
    private final Map<Site, Integer> numbers = new HashMap<>();
    private final List<Site> sites = new ArrayList<>();

    /** A line of a main source file, path relative to the source root. */
    public record Site(String path, int line) {}

    synchronized int probe(String path, int line) {
        return numbers.computeIfAbsent(new Site(path, line), site -> {
            sites.add(site);
            return sites.size() - 1;
        });
    }

    public synchronized int size() {
        return sites.size();
    }

    /** Lines, ascending, by file. */
    public synchronized SortedMap<String, List<Integer>> lines(BitSet probes) {
        SortedMap<String, List<Integer>> lines = new TreeMap<>();
        probes.stream()
                .mapToObj(sites::get)
                .forEach(site -> lines.computeIfAbsent(site.path(), path -> new ArrayList<>())
                        .add(site.line()));
        lines.values().forEach(file -> file.sort(null));
        return lines;
    }
}
