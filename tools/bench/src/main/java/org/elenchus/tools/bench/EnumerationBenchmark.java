package org.elenchus.tools.bench;

import java.util.concurrent.TimeUnit;
import org.elenchus.tools.repair.operators.EditCatalogue;
import org.elenchus.tools.repair.operators.Purpose;
import org.elenchus.tools.repair.syntax.SourceFile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Parsing a small file, and listing the edits of all its places. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class EnumerationBenchmark {
    private static final String TEXT = """
            package sample;

            import java.util.ArrayList;
            import java.util.List;

            public class Ledger {
                private final List<Integer> entries = new ArrayList<>();
                private int limit = 10;
                private boolean open = true;

                public int total(int from, int to) {
                    if (from < 0 || to > entries.size()) {
                        throw new IllegalArgumentException("range");
                    }
                    int sum = 0;
                    for (int i = from; i < to; i++) {
                        Integer entry = entries.get(i);
                        if (entry == null) {
                            continue;
                        }
                        sum += entry;
                    }
                    return sum;
                }

                public boolean add(String name, int amount) {
                    if (!open || name == null || name.isEmpty()) {
                        return false;
                    }
                    if (entries.size() >= limit) {
                        limit = limit * 2;
                    }
                    entries.add(amount);
                    return amount > 0 && total(0, entries.size()) <= limit;
                }

                public String close(String prefix, String suffix) {
                    open = false;
                    String text = prefix.trim() + entries.size() + suffix;
                    return text.length() > limit ? text.substring(0, limit) : text;
                }
            }
            """;

    private final SourceFile parsed = parse();

    @Param({"BREAK", "MEND"})
    public Purpose purpose = Purpose.BREAK;

    @Benchmark
    public SourceFile parse() {
        return SourceFile.parse(TEXT).orElseThrow();
    }

    @Benchmark
    public int edits() {
        return parsed.places().stream()
                .mapToInt(place -> EditCatalogue.edits(parsed, place, purpose).size())
                .sum();
    }
}
