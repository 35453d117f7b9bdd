package org.elenchus.tools.repair.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.elenchus.actors.learning.Policy;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.trace.Choice;
import org.elenchus.protocol.trace.Step;
import org.elenchus.tools.repair.operators.CandidateEdit;
import org.elenchus.tools.repair.policy.Draws;

/** One rollout: up to so many edits, each drawn without replacement; what helps is kept, what does not is taken back. */
final class Rollout {
    private static final int ERRORS = 3;

    private final Investigation investigation;
    private final Draws draws;
    private final int edits;
    private final List<Step> steps = new ArrayList<>();
    /** State number → places with no untried edit. */
    private final SortedMap<Integer, SortedSet<Integer>> exhausted = new TreeMap<>();
    /** State number → place → edits tried. */
    private final SortedMap<Integer, SortedMap<Integer, SortedSet<Integer>>> tried = new TreeMap<>();

    private State state;
    private int kept;
    private boolean solved;

    Rollout(Investigation investigation, Policy policy, DrawKey key, int edits) {
        this.investigation = investigation;
        this.draws = new Draws(policy, key);
        this.edits = edits;
        this.state = investigation.root();
    }

    List<Step> run() throws SandboxFault {
        steps.add(investigation.inspection());
        for (int attempt = 0; attempt < edits && !solved; attempt++) {
            if (exhausted(state).size() == state.suspects().size()) {
                break;
            }
            attempt(attempt);
        }
        if (!solved) {
            steps.add(new Step.Submit(state.sources().patch()));
        }
        return List.copyOf(steps);
    }

    private SortedSet<Integer> exhausted(State state) {
        return exhausted.computeIfAbsent(state.number(), n -> new TreeSet<>());
    }

    private SortedSet<Integer> tried(State state, int place) {
        return tried.computeIfAbsent(state.number(), n -> new TreeMap<>()).computeIfAbsent(place, p -> new TreeSet<>());
    }

    private void attempt(int number) throws SandboxFault {
        Choice where = draws.from(
                state.choiceSet(), investigation.choiceSet(state.choiceSet()), exhausted(state), "place/" + number);
        Suspect suspect = state.suspects().get(where.chosen());
        steps.add(new Step.Localise(
                where,
                suspect.path(),
                suspect.place().firstLine(),
                suspect.place().context().label()));
        Menu menu = investigation.menu(state, where.chosen());
        if (menu.edits().isEmpty()) {
            exhausted(state).add(where.chosen());
            return;
        }
        SortedSet<Integer> used = tried(state, where.chosen());
        Choice what = draws.from(
                menu.choiceSet(),
                investigation.choiceSet(menu.choiceSet()),
                used,
                "edit/" + kept + "/" + where.chosen());
        used.add(what.chosen());
        if (used.size() == menu.edits().size()) {
            exhausted(state).add(where.chosen());
        }
        CandidateEdit edit = menu.edits().get(what.chosen());
        steps.add(new Step.Edit(what, edit.operator().label(), edit.context().label(), edit.in(suspect.path())));
        test(state.sources().with(suspect.path(), edit.applyTo(suspect.file().text())));
    }

    private void test(Sources sources) throws SandboxFault {
        Execution execution = investigation.run(sources, state.probe());
        switch (execution) {
            case Execution.DidNotCompile refused ->
                steps.add(new Step.Compile(
                        false, refused.errors().stream().limit(ERRORS).toList()));
            case Execution.TimedOut timedOut -> useless("timed out");
            case Execution.Crashed crashed -> useless("crashed");
            case Execution.TestsRan ran -> judge(sources, ran.results());
        }
    }

    private void useless(String summary) {
        steps.add(new Step.Compile(true, List.of()));
        steps.add(new Step.Test(0, state.probe().size(), summary, false));
    }

    private void judge(Sources sources, List<TestResult> results) throws SandboxFault {
        steps.add(new Step.Compile(true, List.of()));
        int passed = passed(results);
        boolean better = passed > state.passed();
        boolean probePasses = passed == results.size();
        if (!probePasses || !better) {
            record(results, better);
            if (better) {
                move(sources, state.probe());
            }
            return;
        }
        List<TestRun> all = investigation.allFailing();
        if (all.size() == results.size()) {
            submit(sources, results);
            return;
        }
        Execution whole = investigation.run(sources, all);
        if (whole instanceof Execution.TestsRan ran) {
            if (passed(ran.results()) == all.size()) {
                submit(sources, ran.results());
                return;
            }
            record(results, true);
            move(sources, Probe.of(remaining(all, ran.results())));
        } else {
            record(results, false);
        }
    }

    private void move(Sources sources, List<TestRun> probe) throws SandboxFault {
        state = investigation.state(sources, probe);
        kept++;
    }

    private static List<TestRun> remaining(List<TestRun> tests, List<TestResult> results) {
        List<TestRun> remaining = new ArrayList<>();
        for (int i = 0; i < tests.size(); i++) {
            if (!results.get(i).outcome().passed()) {
                remaining.add(tests.get(i));
            }
        }
        return remaining;
    }

    private void submit(Sources sources, List<TestResult> results) {
        record(results, true);
        steps.add(new Step.Submit(sources.patch()));
        solved = true;
    }

    private void record(List<TestResult> results, boolean kept) {
        int passed = passed(results);
        int failed = results.size() - passed;
        steps.add(new Step.Test(passed, failed, passed + " of " + results.size() + " pass", kept));
    }

    private static int passed(List<TestResult> results) {
        return (int) results.stream().filter(r -> r.outcome().passed()).count();
    }
}
