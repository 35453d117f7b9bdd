package org.elenchus.tools.repair.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.elenchus.protocol.execution.StackLine;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.tools.repair.syntax.Method;
import org.elenchus.tools.repair.syntax.Place;

/** The frames of the failures that lie in main source files. */
final class StackTraces {
    private record Frame(String path, int line, boolean top) {}

    private final List<Frame> frames = new ArrayList<>();

    /** @param files main source files */
    StackTraces(List<TestResult> results, Set<String> files) {
        for (TestResult result : results) {
            List<StackLine> stack =
                    result.outcome().observed().map(f -> f.stack()).orElse(List.of());
            boolean top = true;
            for (StackLine line : stack) {
                Optional<String> path = Optional.of(pathOf(line.className())).filter(files::contains);
                if (path.isPresent()) {
                    Frame frame = new Frame(path.get(), line.line(), top);
                    if (!frames.contains(frame)) {
                        frames.add(frame);
                    }
                    top = false;
                }
            }
        }
    }

    private static String pathOf(String className) {
        int inner = className.indexOf('$');
        return (inner < 0 ? className : className.substring(0, inner)).replace('.', '/') + ".java";
    }

    StackPosition position(String path, Place place) {
        StackPosition best = StackPosition.OFF;
        for (Frame frame : frames) {
            if (frame.path().equals(path)) {
                StackPosition position = position(frame, place);
                best = position.compareTo(best) < 0 ? position : best;
            }
        }
        return best;
    }

    private static StackPosition position(Frame frame, Place place) {
        if (frame.line() >= place.firstLine() && frame.line() <= place.lastLine()) {
            return frame.top() ? StackPosition.TOP_LINE : StackPosition.LINE;
        }
        Method method = place.method();
        if (frame.line() >= method.firstLine() && frame.line() < method.firstLine() + method.lines()) {
            return frame.top() ? StackPosition.TOP_METHOD : StackPosition.METHOD;
        }
        return StackPosition.OFF;
    }
}
