package org.elenchus.actors.gates;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.protocol.task.CandidateTask;
import org.elenchus.protocol.task.Gate;
import org.elenchus.protocol.task.Mutation;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.TextEdit;

/** Gate 1: τ and v are well-formed and bounded, and the patch applies and changes something. Pure. */
final class FormatGate {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern BARE_NAME = Pattern.compile("[\\w.$]*");
    private static final int TELLING = 12;
    private static final int MAX_ID = 300;

    private final GateLimits limits;

    FormatGate(GateLimits limits) {
        this.limits = limits;
    }

    Finding<CandidateTask> check(CandidateTask candidate, PreparedRepository repository) {
        return Stream.<Optional<String>>of(
                        id(candidate.id()),
                        statement(candidate),
                        size(candidate.breaking()),
                        paths(candidate, repository),
                        candidate.tests().isEmpty() ? Optional.of("no test is named") : Optional.empty(),
                        application(candidate.breaking(), repository))
                .flatMap(Optional::stream)
                .findFirst()
                .<Finding<CandidateTask>>map(reason -> new Finding.Refused<>(Gate.FORMAT, reason))
                .orElseGet(() -> new Finding.Passed<>(candidate));
    }

    private static Optional<String> id(String id) {
        boolean formed =
                !id.isBlank() && id.length() <= MAX_ID && !CONTROL.matcher(id).find();
        return formed ? Optional.empty() : Optional.of("the id is blank, too long or not printable");
    }

    private Optional<String> statement(CandidateTask candidate) {
        String statement = candidate.statement();
        if (statement.isBlank()) {
            return Optional.of("the statement is blank");
        }
        if (statement.length() > limits.statement()) {
            return Optional.of("the statement is longer than " + limits.statement() + " characters");
        }
        return candidate.breaking().edits().stream()
                        .anyMatch(edit -> givesAway(statement, edit.removed().strip()))
                ? Optional.of("the statement quotes the code that was removed")
                : Optional.empty();
    }

    /** A name alone gives nothing away; an expression or statement does. */
    private static boolean givesAway(String statement, String removed) {
        return removed.length() >= TELLING && !BARE_NAME.matcher(removed).matches() && statement.contains(removed);
    }

    private Optional<String> size(Patch patch) {
        if (patch.edits().isEmpty()) {
            return Optional.of("the patch is empty");
        }
        if (patch.edits().size() > limits.edits()) {
            return Optional.of("the patch has more than " + limits.edits() + " edits");
        }
        long characters = patch.edits().stream()
                .mapToLong(
                        edit -> (long) edit.removed().length() + edit.inserted().length())
                .sum();
        return characters > limits.patch()
                ? Optional.of("the patch is larger than " + limits.patch() + " characters")
                : Optional.empty();
    }

    private static Optional<String> paths(CandidateTask candidate, PreparedRepository repository) {
        return Stream.concat(
                        candidate.breaking().edits().stream().map(TextEdit::path),
                        candidate.mutations().stream().map(Mutation::path))
                .filter(path -> !repository.rules().isSource(path))
                .findFirst()
                .map(path -> "not a path of a main source file: " + path);
    }

    /** Files that do not exist are for the grounding gate to name. */
    private static Optional<String> application(Patch patch, PreparedRepository repository) {
        if (!repository.files().containsAll(patch.paths())) {
            return Optional.empty();
        }
        Map<String, String> sources = new TreeMap<>();
        patch.paths().forEach(path -> sources.put(path, repository.source(path)));
        try {
            for (Map.Entry<String, String> edited : patch.applyTo(sources).entrySet()) {
                if (edited.getValue().equals(sources.get(edited.getKey()))) {
                    return Optional.of("the patch leaves " + edited.getKey() + " as it is");
                }
            }
            return Optional.empty();
        } catch (Patch.DoesNotApply e) {
            return Optional.of("the patch does not apply: " + e.getMessage());
        }
    }
}
