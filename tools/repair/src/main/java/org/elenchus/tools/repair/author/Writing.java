package org.elenchus.tools.repair.author;

import java.util.List;
import java.util.stream.Collectors;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.TaskAuthor;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.task.CandidateTask;
import org.elenchus.protocol.task.Mutation;
import org.elenchus.protocol.task.Patch;
import org.elenchus.tools.repair.syntax.Method;

/** Puts a draft into a candidate task: breaking patch, provenance, tests, and a report as a user would write it. */
final class Writing {
    private static final int NAMED_TESTS = 3;

    private Writing() {}

    static CandidateTask task(String id, TaskAuthor.Commission commission, Draft draft) {
        PreparedRepository repository = commission.repository();
        List<TestId> tests = Reach.tests(repository, draft);
        Patch breaking = new Patch(
                draft.mutants().stream().map(m -> m.edit().in(m.site().path())).toList());
        return new CandidateTask(
                id,
                commission.pool(),
                repository.summary().coordinate(),
                repository.summary().snapshot(),
                commission.skill().id(),
                breaking,
                draft.mutants().stream().map(Writing::mutation).toList(),
                statement(draft, tests),
                tests);
    }

    private static Mutation mutation(Draft.Mutant mutant) {
        return new Mutation(
                mutant.edit().operator().label(),
                mutant.edit().context().label(),
                mutant.site().path(),
                mutant.site().place().firstLine(),
                mutant.site().place().method().symbol());
    }

    /** Names what behaves wrongly and where it may be seen; never how it was broken. */
    private static String statement(Draft draft, List<TestId> tests) {
        String where = draft.mutants().stream()
                .map(m -> subject(m.site().place().method()))
                .distinct()
                .collect(Collectors.joining(" and "));
        String seen = tests.stream().limit(NAMED_TESTS).map(Writing::brief).collect(Collectors.joining(", "));
        String those = tests.size() > NAMED_TESTS ? "such as " + seen : seen;
        return where + " no longer behaves as documented. It worked in an earlier build. Tests that exercise it, "
                + those + ", are a good place to see what is wrong.";
    }

    private static String subject(Method method) {
        return switch (method.name()) {
            case "<init>" -> "Creating a " + method.type();
            case "<clinit>" -> "The initial state of " + method.type();
            default -> method.symbol();
        };
    }

    private static String brief(TestId test) {
        String type = test.className().substring(test.className().lastIndexOf('.') + 1);
        return type + "." + test.method().replaceAll("\\(.*", "");
    }
}
