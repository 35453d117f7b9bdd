package org.elenchus.tools.repair.distiller;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.elenchus.protocol.trace.Step;
import org.elenchus.protocol.trace.Trace;
import org.elenchus.tools.repair.operators.Operator;
import org.elenchus.tools.repair.syntax.Context;

/** The edits of a trace: those it kept, and those it took back. */
record TraceReading(List<Tried> kept, List<Tried> dropped) {
    /** An edit by operator and context. */
    record Tried(Operator operator, Context context) {}

    static TraceReading of(Trace trace) {
        List<Tried> kept = new ArrayList<>();
        List<Tried> dropped = new ArrayList<>();
        Optional<Tried> open = Optional.empty();
        for (Step step : trace.steps()) {
            switch (step) {
                case Step.Edit edit -> open = tried(edit);
                case Step.Test test -> {
                    open.ifPresent(test.kept() ? kept::add : dropped::add);
                    open = Optional.empty();
                }
                case Step.Compile compile -> {
                    if (!compile.compiled()) {
                        open.ifPresent(dropped::add);
                        open = Optional.empty();
                    }
                }
                case Step.Inspect i -> {}
                case Step.Localise l -> {}
                case Step.Submit s -> {}
            }
        }
        return new TraceReading(List.copyOf(kept), List.copyOf(dropped));
    }

    private static Optional<Tried> tried(Step.Edit edit) {
        return Operator.of(edit.operator())
                .flatMap(o -> Context.of(edit.context()).map(c -> new Tried(o, c)));
    }
}
