package org.elenchus.tools.repair.secondorder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.Task;
import org.elenchus.protocol.trace.Step;
import org.elenchus.protocol.trace.Trace;
import org.jspecify.annotations.Nullable;

/** Reads a failed rollout again: every edit that compiled and mended too little, on top of the edits that were kept before. */
final class FailedPatches {
    private final PreparedRepository repository;
    private final Task task;
    private final List<FailedPatch> found = new ArrayList<>();
    private Patch kept;
    private Step.@Nullable Edit tried;

    private FailedPatches(PreparedRepository repository, Task task) {
        this.repository = repository;
        this.task = task;
        this.kept = task.breaking();
    }

    /** In the order in which they were tried; none of a rollout that solved its task. */
    static List<FailedPatch> of(PreparedRepository repository, Task task, Trace trace) {
        if (trace.isSolved()) {
            return List.of();
        }
        FailedPatches reading = new FailedPatches(repository, task);
        trace.steps().forEach(reading::read);
        return List.copyOf(reading.found);
    }

    private void read(Step step) {
        switch (step) {
            case Step.Edit edit -> tried = edit;
            case Step.Compile compile -> tried = compile.compiled() ? tried : null;
            case Step.Test test -> tested(test);
            case Step.Inspect inspect -> {}
            case Step.Localise localise -> {}
            case Step.Submit submit -> {}
        }
    }

    private void tested(Step.Test test) {
        Step.Edit edit = tried;
        tried = null;
        if (edit == null) {
            return;
        }
        Optional<Patch> whole = whole(edit);
        if (whole.isPresent() && test.failed() > 0 && staysInPlace(whole.get())) {
            found.add(new FailedPatch(task, whole.get(), edit.edit(), edit.context()));
        }
        if (test.kept() && whole.isPresent()) {
            kept = whole.get();
        }
    }

    private Optional<Patch> whole(Step.Edit edit) {
        String path = edit.edit().path();
        return repository.files().contains(path)
                ? Optional.of(Composition.of(repository.source(path), kept, edit.edit()))
                : Optional.empty();
    }

    /** Whether it breaks the task's own files, all of them and no other. */
    private boolean staysInPlace(Patch whole) {
        return whole.paths().equals(task.breaking().paths());
    }
}
