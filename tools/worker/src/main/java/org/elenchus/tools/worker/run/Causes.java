package org.elenchus.tools.worker.run;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.elenchus.tools.worker.wire.TestReport.Cause;
import org.elenchus.tools.worker.wire.TestReport.Frame;
import org.jspecify.annotations.Nullable;

/** Describes what a test threw, the same in every run of the same code: no addresses, no folders of this machine. */
final class Causes {
    private static final int LONGEST_MESSAGE = 400;
    private static final int MOST_FRAMES = 20;

    /** Frames of a trace from which a recursion counts as runaway; the JVM keeps 1024. */
    private static final int RUNAWAY_DEPTH = 1000;

    private static final int LONGEST_CHAIN = 16;

    private static final Pattern LAMBDA = Pattern.compile("\\$\\$Lambda[$/0-9a-fA-Fx]*");
    private static final Pattern IDENTITY = Pattern.compile("@[0-9a-f]{4,16}\\b");

    private final Predicate<String> ownClass;
    private final List<String> folders;

    /** @param folders absolute paths that messages must not name, longest first */
    Causes(Predicate<String> ownClass, List<String> folders) {
        this.ownClass = ownClass;
        this.folders = folders;
    }

    Cause describe(@Nullable Throwable thrown) {
        return thrown == null
                ? new Cause("unknown", "", List.of())
                : new Cause(thrown.getClass().getName(), normal(messageOf(thrown)), frames(trace(thrown)));
    }

    /** The overflow of the stack that is behind it, reported by whoever caught it. */
    static Optional<StackOverflowError> overflow(@Nullable Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; i < LONGEST_CHAIN && cause != null; i++) {
            if (cause instanceof StackOverflowError overflow) {
                return Optional.of(overflow);
            }
            cause = causeOf(cause);
        }
        return Optional.empty();
    }

    /** The recursion without end that ended a test's fuel: its stack overflowed, or fuel ran out as deep in it as the JVM records. */
    static Optional<Throwable> runaway(@Nullable Throwable exhaustion) {
        return overflow(exhaustion)
                .<Throwable>map(overflow -> overflow)
                .or(() -> Optional.ofNullable(exhaustion).filter(thrown -> trace(thrown).length >= RUNAWAY_DEPTH));
    }

    private static @Nullable Throwable causeOf(Throwable thrown) {
        try {
            return thrown.getCause();
        } catch (Throwable again) {
            return null;
        }
    }

    /**
     * A recursion without end. Where it ends depends on how far the JVM has compiled it, and whether fuel or stack ends it, too; only the
     * cycle is stable: its frames, sorted.
     */
    Cause describeRunaway(Throwable thrown) {
        Map<Frame, Integer> counts = new TreeMap<>(Comparator.comparing(Frame::className)
                .thenComparing(Frame::method)
                .thenComparingInt(Frame::line));
        for (StackTraceElement element : trace(thrown)) {
            if (ownClass.test(element.getClassName())) {
                counts.merge(frame(element), 1, Integer::sum);
            }
        }
        int often = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0) / 2;
        List<Frame> cycle = counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= Math.max(2, often))
                .map(Map.Entry::getKey)
                .limit(MOST_FRAMES)
                .toList();
        return new Cause(StackOverflowError.class.getName(), "", cycle);
    }

    private List<Frame> frames(StackTraceElement[] trace) {
        return Arrays.stream(trace)
                .filter(element -> ownClass.test(element.getClassName()))
                .limit(MOST_FRAMES)
                .map(Causes::frame)
                .toList();
    }

    private static Frame frame(StackTraceElement element) {
        return new Frame(element.getClassName(), element.getMethodName(), Math.max(0, element.getLineNumber()));
    }

    private String normal(String message) {
        String normal = message;
        for (String folder : folders) {
            normal = normal.replace(folder, ".");
        }
        normal = IDENTITY.matcher(LAMBDA.matcher(normal).replaceAll("\\$\\$Lambda"))
                .replaceAll("@");
        return normal.length() <= LONGEST_MESSAGE ? normal : normal.substring(0, LONGEST_MESSAGE);
    }

    /** The message, or nothing where the code under test cannot even say it. */
    static String messageOf(Throwable thrown) {
        try {
            String message = thrown.getMessage();
            return message == null ? "" : message.length() > 1 << 16 ? message.substring(0, 1 << 16) : message;
        } catch (Throwable again) {
            return "";
        }
    }

    private static StackTraceElement[] trace(Throwable thrown) {
        try {
            return thrown.getStackTrace();
        } catch (Throwable again) {
            return new StackTraceElement[0];
        }
    }
}
