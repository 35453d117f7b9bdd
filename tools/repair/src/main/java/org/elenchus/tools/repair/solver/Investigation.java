package org.elenchus.tools.repair.solver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.elenchus.actors.port.Problem;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.trace.ChoiceSet;
import org.elenchus.protocol.trace.Step;
import org.elenchus.tools.repair.operators.CandidateEdit;
import org.elenchus.tools.repair.operators.EditCatalogue;
import org.elenchus.tools.repair.operators.Purpose;
import org.elenchus.tools.repair.symptom.FailureKind;
import org.elenchus.tools.repair.syntax.Outlines;
import org.elenchus.tools.repair.syntax.SourceFiles;
import org.elenchus.tools.repair.syntax.Surroundings;
import org.jspecify.annotations.Nullable;

/** What the rollouts of a group have in common: one problem, the states reached, and the choice sets of each. Used by one thread. */
final class Investigation {
    private final Problem problem;
    private final Sandbox sandbox;
    private final Outlines outlines;
    private final Localisation localisation;
    private final List<ChoiceSet> choiceSets = new ArrayList<>();
    private final Map<Overlay, State> states = new LinkedHashMap<>();
    private final Map<String, Surroundings> surroundings = new HashMap<>();
    private final KnownEdits knownEdits;
    private final Digest broken;
    private final State root;

    Investigation(Problem problem, SourceFiles files, Outlines outlines, KnownEdits knownEdits, Sandbox sandbox)
            throws SandboxFault {
        this.problem = problem;
        this.sandbox = sandbox;
        this.outlines = outlines;
        this.knownEdits = knownEdits;
        this.broken = KnownEdits.state(problem);
        List<TestId> failing = problem.failing().stream().map(TestRun::test).toList();
        this.localisation = new Localisation(problem.workspace(), files, failing);
        Symptoms symptoms = Symptoms.of(problem.observed());
        this.root = look(Sources.broken(problem.workspace()), Probe.of(problem.failing()), symptoms);
    }

    State root() {
        return root;
    }

    List<ChoiceSet> choiceSets() {
        return List.copyOf(choiceSets);
    }

    List<TestRun> allFailing() {
        return problem.failing();
    }

    Step.Inspect inspection() {
        List<String> kinds = problem.observed().stream()
                .map(r -> FailureKind.of(r.outcome()).label())
                .toList();
        return new Step.Inspect(problem.failing().stream().map(TestRun::test).toList(), kinds, root.reachedLines());
    }

    Execution run(Sources sources, List<TestRun> tests) throws SandboxFault {
        return sandbox.execute(new ExecutionRequest(problem.snapshot(), sources.overlay(), tests, false));
    }

    /** The state with these sources; what was seen there is kept for the other rollouts. */
    State state(Sources sources, List<TestRun> probe) throws SandboxFault {
        State known = states.get(sources.overlay());
        return known == null ? look(sources, probe, null) : known;
    }

    private State look(Sources sources, List<TestRun> probe, @Nullable Symptoms given) throws SandboxFault {
        Overlay overlay = sources.overlay();
        Execution execution = sandbox.execute(new ExecutionRequest(problem.snapshot(), overlay, probe, true));
        List<TestResult> results = execution instanceof Execution.TestsRan ran ? ran.results() : problem.observed();
        Symptoms symptoms = given != null ? given : Symptoms.of(results);
        List<Suspect> suspects = localisation.suspects(sources, results);
        int places = suspects.isEmpty() ? -1 : add(PlaceRows.of(suspects, symptoms));
        State state = new State(states.size(), sources, probe, results, symptoms, suspects, places);
        states.put(overlay, state);
        return state;
    }

    /** The edits at a place of a state, enumerated on first use. */
    Menu menu(State state, int place) {
        Menu known = state.menus().get(place);
        if (known != null) {
            return known;
        }
        Suspect suspect = state.suspects().get(place);
        // What rollouts make of the broken state is seldom met again.
        List<CandidateEdit> edits = state == root
                ? knownEdits.at(KnownEdits.Spot.of(broken, suspect), () -> edits(suspect))
                : edits(suspect);
        Menu menu = new Menu(edits, edits.isEmpty() ? -1 : add(EditRows.of(edits, suspect, state.symptoms())));
        state.menus().put(place, menu);
        return menu;
    }

    private List<CandidateEdit> edits(Suspect suspect) {
        return EditCatalogue.edits(suspect.file(), suspect.place(), Purpose.MEND, surroundings(suspect.path()));
    }

    /** Of the broken state: edits of one file leave the others as they are. */
    private Surroundings surroundings(String path) {
        Surroundings known = surroundings.get(path);
        if (known == null) {
            Problem.Workspace workspace = problem.workspace();
            known = Surroundings.of(path, workspace.source(path), workspace.files(), workspace::source, outlines);
            surroundings.put(path, known);
        }
        return known;
    }

    ChoiceSet choiceSet(int index) {
        return choiceSets.get(index);
    }

    private int add(ChoiceSet set) {
        choiceSets.add(set);
        return choiceSets.size() - 1;
    }
}
