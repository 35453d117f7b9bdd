package org.elenchus.actors.gates;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.elenchus.actors.grading.BrokenState;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.task.CandidateTask;
import org.elenchus.protocol.task.Gate;
import org.elenchus.protocol.task.Mutation;
import org.elenchus.protocol.task.Patch;

/** Gate 2: every file, symbol and test that τ names exists in the repository it names. Pure. */
final class GroundingGate {
    private static final Pattern SEPARATORS = Pattern.compile("[.$#]");
    private static final Pattern IDENTIFIER =
            Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");

    Finding<BrokenState> check(CandidateTask candidate, PreparedRepository repository) {
        List<String> missing = new ArrayList<>();
        snapshot(candidate, repository.summary(), missing);
        for (String path : candidate.breaking().paths()) {
            if (!repository.files().contains(path)) {
                missing.add("there is no file " + path);
            }
        }
        candidate.mutations().forEach(mutation -> mutation(mutation, candidate.breaking(), repository, missing));
        for (TestId test : candidate.tests()) {
            if (!repository.tests().contains(test)) {
                missing.add("there is no trusted test " + test);
            }
        }
        if (!missing.isEmpty()) {
            return new Finding.Refused<>(Gate.GROUNDING, missing.get(0));
        }
        try {
            return new Finding.Passed<>(BrokenState.of(repository, candidate.breaking()));
        } catch (Patch.DoesNotApply e) {
            return new Finding.Refused<>(Gate.FORMAT, "the patch does not apply: " + e.getMessage());
        }
    }

    private static void snapshot(CandidateTask candidate, RepositorySummary summary, List<String> missing) {
        if (!candidate.repository().equals(summary.coordinate())) {
            missing.add("made for " + candidate.repository() + ", judged in " + summary.coordinate());
        } else if (!candidate.snapshot().equals(summary.snapshot())) {
            missing.add("made for another snapshot of " + summary.coordinate());
        }
    }

    private static void mutation(
            Mutation mutation, Patch breaking, PreparedRepository repository, List<String> missing) {
        if (!breaking.paths().contains(mutation.path()) || !repository.files().contains(mutation.path())) {
            missing.add("a mutation is in " + mutation.path() + ", which the patch does not change");
            return;
        }
        String source = repository.source(mutation.path());
        if (mutation.line() < 1 || mutation.line() > source.lines().count()) {
            missing.add(mutation.path() + " has no line " + mutation.line());
        }
        if (!names(source, mutation.symbol())) {
            missing.add("there is no " + mutation.symbol() + " in " + mutation.path());
        }
    }

    /** Whether every identifier of {@code Type.method} occurs as a word; {@code <init>} and numbers of anonymous types are not in a source. */
    private static boolean names(String source, String symbol) {
        List<String> identifiers = SEPARATORS
                .splitAsStream(symbol)
                .map(part -> part.replaceFirst("\\(.*", ""))
                .filter(part -> IDENTIFIER.matcher(part).matches())
                .toList();
        return !symbol.isBlank()
                && identifiers.stream()
                        .allMatch(name -> Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)")
                                .matcher(source)
                                .find());
    }
}
