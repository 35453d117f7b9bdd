package org.elenchus.tools.repair.solver;

import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.stmt.IfStmt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.elenchus.actors.port.Problem;
import org.elenchus.protocol.execution.CoveredLines;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.repair.syntax.Place;
import org.elenchus.tools.repair.syntax.SourceFile;
import org.elenchus.tools.repair.syntax.SourceFiles;

/** Spectrum-based fault localisation over the places that failing tests reach (Ochiai). */
final class Localisation {
    private static final int LIMIT = 400;

    private final Problem.Workspace workspace;
    private final SourceFiles files;
    private final SortedSet<TestId> failing;

    /** @param failing every FAIL_TO_PASS test: they count as failing, though they passed when coverage was measured */
    Localisation(Problem.Workspace workspace, SourceFiles files, List<TestId> failing) {
        this.workspace = workspace;
        this.files = files;
        this.failing = new TreeSet<>(failing);
    }

    /**
     * At most {@value #LIMIT} places, by path and offset.
     *
     * @param sources text of every file in the state the results were seen in
     * @param results results with coverage; those that did not pass are looked at
     */
    List<Suspect> suspects(Sources sources, List<TestResult> results) {
        List<TestResult> failed =
                results.stream().filter(r -> !r.outcome().passed()).toList();
        StackTraces traces = new StackTraces(failed, workspace.files());
        List<Suspect> suspects = new ArrayList<>();
        reached(failed).forEach((path, lines) -> {
            if (workspace.files().contains(path)) {
                Optional<SourceFile> file = files.parsed(sources.text(path));
                file.ifPresent(f -> collect(path, f, lines, failed.size(), traces, suspects));
            }
        });
        return limited(suspects);
    }

    /** Path → line → failing tests that reach it. */
    private static SortedMap<String, SortedMap<Integer, Integer>> reached(List<TestResult> failed) {
        SortedMap<String, SortedMap<Integer, Integer>> reached = new TreeMap<>();
        for (TestResult result : failed) {
            for (CoveredLines covered : result.covered()) {
                SortedMap<Integer, Integer> lines = reached.computeIfAbsent(covered.path(), p -> new TreeMap<>());
                covered.lines().forEach(line -> lines.merge(line, 1, Integer::sum));
            }
        }
        return reached;
    }

    private void collect(
            String path,
            SourceFile file,
            SortedMap<Integer, Integer> lines,
            int failedTests,
            StackTraces traces,
            List<Suspect> suspects) {
        Map<Integer, Integer> passingByLine = new TreeMap<>();
        for (Place place :
                Stream.concat(file.places().stream(), file.members().stream()).toList()) {
            SortedMap<Integer, Integer> own = of(place, lines);
            double best = -1;
            int passing = 0;
            int failed = 0;
            for (Map.Entry<Integer, Integer> line : own.entrySet()) {
                int ep = passingByLine.computeIfAbsent(line.getKey(), n -> passing(path, n));
                double ochiai = ochiai(line.getValue(), ep, failedTests);
                if (ochiai > best) {
                    best = ochiai;
                    passing = ep;
                    failed = line.getValue();
                }
            }
            if (best >= 0) {
                suspects.add(new Suspect(
                        path, file, place, best, passing, failed == failedTests, traces.position(path, place), 0));
            }
        }
    }

    /**
     * The lines of a place. Of a condition that is a constant the compiler leaves nothing to reach: there the line reached before it in its
     * method stands for it, or the next.
     */
    private static SortedMap<Integer, Integer> of(Place place, SortedMap<Integer, Integer> lines) {
        SortedMap<Integer, Integer> own = lines.subMap(place.firstLine(), place.lastLine() + 1);
        boolean vanishes = place.node() instanceof IfStmt i && i.getCondition() instanceof BooleanLiteralExpr;
        if (!own.isEmpty() || !vanishes) {
            return own;
        }
        int begin = place.method().firstLine();
        SortedMap<Integer, Integer> before = lines.subMap(begin, place.firstLine());
        if (!before.isEmpty()) {
            return before.tailMap(before.lastKey());
        }
        SortedMap<Integer, Integer> after =
                lines.subMap(place.lastLine() + 1, begin + place.method().lines());
        return after.isEmpty() ? after : after.headMap(after.firstKey() + 1);
    }

    private int passing(String path, int line) {
        SortedSet<TestId> reaching = workspace.testsReaching(path, line);
        int passing = reaching.size();
        for (TestId test : failing) {
            if (reaching.contains(test)) {
                passing--;
            }
        }
        return passing;
    }

    private static double ochiai(int ef, int ep, int failedTests) {
        return ef / StrictMath.sqrt((double) failedTests * (ef + ep));
    }

    private static List<Suspect> limited(List<Suspect> suspects) {
        List<Suspect> bySuspicion = new ArrayList<>(suspects);
        bySuspicion.sort(Comparator.comparingDouble((Suspect s) -> -s.ochiai())
                .thenComparing(Suspect::stack)
                .thenComparing(Suspect::path)
                .thenComparingInt(s -> s.place().index()));
        List<Suspect> ranked = new ArrayList<>();
        int above = 0;
        for (int i = 0; i < Math.min(LIMIT, bySuspicion.size()); i++) {
            if (i > 0 && bySuspicion.get(i).ochiai() < bySuspicion.get(i - 1).ochiai()) {
                above = i;
            }
            ranked.add(bySuspicion.get(i).ranked(above));
        }
        ranked.sort(Comparator.comparing(Suspect::path)
                .thenComparingInt(s -> s.place().index()));
        return List.copyOf(ranked);
    }
}
