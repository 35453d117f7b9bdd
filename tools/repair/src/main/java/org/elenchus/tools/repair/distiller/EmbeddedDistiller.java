package org.elenchus.tools.repair.distiller;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.elenchus.actors.port.SkillDistiller;
import org.elenchus.protocol.skill.SkillProposal;
import org.elenchus.protocol.task.Mutation;
import org.elenchus.protocol.task.Task;
import org.elenchus.protocol.trace.Trace;
import org.elenchus.tools.repair.operators.Operator;
import org.elenchus.tools.repair.symptom.FailureKind;
import org.elenchus.tools.repair.syntax.Context;

/**
 * Distils by lesson: kind of failure × syntactic context × family of repair operators. A solved trace speaks for the operators it kept; an
 * unsolved one for the operators that would have mended what its task's mutations broke, which a distiller may look at.
 */
public final class EmbeddedDistiller implements SkillDistiller {
    @Override
    public List<SkillProposal> distil(List<Evidence> evidence) {
        SortedMap<Lesson, Support> lessons = new TreeMap<>();
        evidence.stream().sorted(Comparator.comparing(e -> e.group().id())).forEach(e -> read(e, lessons));
        List<SkillProposal> proposals = new ArrayList<>();
        lessons.forEach((lesson, support) -> {
            if (!support.supporting().isEmpty()) {
                proposals.add(SkillWording.proposal(lesson, support));
            }
        });
        proposals.sort(Comparator.comparing(p -> p.skill().id()));
        return List.copyOf(proposals);
    }

    private static void read(Evidence evidence, SortedMap<Lesson, Support> lessons) {
        FailureKind failure = FailureKind.dominant(evidence.task().observed());
        List<TraceReading.Tried> gaps = gaps(evidence.task());
        for (Trace trace : evidence.group().traces()) {
            TraceReading reading = TraceReading.of(trace);
            for (TraceReading.Tried gap : gaps) {
                support(lessons, failure, gap).attempt(trace.id(), trace.isSolved());
            }
            if (trace.isSolved()) {
                for (TraceReading.Tried kept : reading.kept()) {
                    Support support = support(lessons, failure, kept);
                    support.attempt(trace.id(), true);
                    support.speaksFor(trace.id(), kept.operator());
                }
            } else {
                unsolved(lessons, failure, gaps, trace, reading);
            }
        }
    }

    /** A kept edit of an unsolved trace closed part of the gap; what was dropped again and again is an anti-pattern. */
    private static void unsolved(
            SortedMap<Lesson, Support> lessons,
            FailureKind failure,
            List<TraceReading.Tried> gaps,
            Trace trace,
            TraceReading reading) {
        for (TraceReading.Tried gap : gaps) {
            boolean closed = reading.kept().stream().anyMatch(k -> k.operator() == gap.operator());
            Support support = support(lessons, failure, gap);
            if (!closed || gaps.size() == 1) {
                support.speaksFor(trace.id(), gap.operator());
            }
            reading.dropped().forEach(d -> support.fruitless(d.operator()));
        }
        if (trace.rewards().repaired() > 0) {
            reading.kept().forEach(kept -> {
                Support support = support(lessons, failure, kept);
                support.attempt(trace.id(), false);
                support.speaksFor(trace.id(), kept.operator());
            });
        }
    }

    /** What would have mended the task, by its own mutations. */
    private static List<TraceReading.Tried> gaps(Task task) {
        List<TraceReading.Tried> gaps = new ArrayList<>();
        for (Mutation mutation : task.mutations()) {
            Operator.of(mutation.operator())
                    .flatMap(o -> Context.of(mutation.context()).map(c -> new TraceReading.Tried(o.mendedBy(), c)))
                    .filter(gap -> !gaps.contains(gap))
                    .ifPresent(gaps::add);
        }
        return gaps;
    }

    private static Support support(SortedMap<Lesson, Support> lessons, FailureKind failure, TraceReading.Tried tried) {
        return lessons.computeIfAbsent(
                new Lesson(failure, tried.context(), tried.operator().family()), l -> new Support());
    }
}
