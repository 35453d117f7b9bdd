package org.elenchus.tools.mining.suite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.elenchus.protocol.repository.TestId;

/** Cuts a suite into executions: whole test classes side by side, nested classes with their outermost one. Pure. */
public final class Chunks {
    private Chunks() {}

    /** The tests of one execution, ascending. */
    public record Chunk(List<TestId> tests) {
        public Chunk {
            tests = List.copyOf(tests);
        }

        public Chunk reversed() {
            return new Chunk(tests.reversed());
        }
    }

    /** Tests in class order, at most {@code size} a chunk. Depends on the set of tests only, not on the order they come in. */
    public static List<Chunk> of(Collection<TestId> tests, int size) {
        SortedMap<String, List<TestId>> classes = new TreeMap<>();
        tests.stream()
                .sorted()
                .forEach(test -> classes.computeIfAbsent(outermost(test), c -> new ArrayList<>())
                        .add(test));
        List<Chunk> chunks = new ArrayList<>();
        List<TestId> open = new ArrayList<>();
        for (List<TestId> members : classes.values()) {
            if (open.size() + members.size() > size) {
                close(open, chunks);
            }
            for (TestId member : members) {
                open.add(member);
                if (open.size() == size) {
                    close(open, chunks);
                }
            }
        }
        close(open, chunks);
        return chunks;
    }

    /** The top-level class a test belongs to. */
    public static String outermost(TestId test) {
        int nested = test.className().indexOf('$');
        return nested > 0 ? test.className().substring(0, nested) : test.className();
    }

    private static void close(List<TestId> open, List<Chunk> chunks) {
        if (!open.isEmpty()) {
            chunks.add(new Chunk(open));
            open.clear();
        }
    }
}
