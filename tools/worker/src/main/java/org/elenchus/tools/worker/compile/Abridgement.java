package org.elenchus.tools.worker.compile;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.elenchus.tools.worker.bytecode.LineShift;
import org.elenchus.tools.worker.compile.Outline.Body;

/**
 * An edited source text in which only changed bodies are left. A method whose body is as it was has a marker in its place; lines keep
 * their numbers.
 *
 * @param text what to compile
 * @param kept where the changed bodies are in it: offset of the opening brace → of what follows the closing one
 * @param constructed binary names of the classes that have a changed constructor
 * @param lines where the lines of unchanged code went
 */
public record Abridgement(String text, NavigableMap<Integer, Integer> kept, Set<String> constructed, LineShift lines) {
    /** What the body of an unchanged method loads and throws. */
    public static final String MARKER = "elenchus: this body is unchanged";

    private static final String STUB = "throw (java.lang.Error) (java.lang.Object) \"" + MARKER + "\";";

    /** Whether a character of the abridged text belongs to a changed body. */
    public boolean keeps(long offset) {
        Map.Entry<Integer, Integer> body = kept.floorEntry((int) offset);
        return body != null && offset < body.getValue();
    }

    /** Empty where something other than bodies changed. */
    public static Optional<Abridgement> of(Outline original, String changed) {
        String before = original.text();
        int prefix = commonPrefix(before, changed);
        if (prefix == before.length() && prefix == changed.length()) {
            return Optional.empty();
        }
        int suffix = commonSuffix(before, changed, prefix);
        List<Body> bodies = original.bodies();
        int first = holding(bodies, prefix);
        int last = holding(bodies, before.length() - suffix - 1);
        if (first < 0
                || last < first
                || !suits(bodies.get(first), prefix, bodies.get(last), before.length() - suffix)) {
            return Optional.empty();
        }
        return new Abridger(original, changed, first, last).abridge();
    }

    /** The change must leave the braces alone. */
    private static boolean suits(Body first, int start, Body last, int end) {
        return start > first.start() && end < last.end();
    }

    /** Number of the body that holds this offset, -1 for none. */
    private static int holding(List<Body> bodies, int offset) {
        for (int i = 0; i < bodies.size(); i++) {
            if (bodies.get(i).start() <= offset && offset < bodies.get(i).end()) {
                return i;
            }
        }
        return -1;
    }

    private static int commonPrefix(String a, String b) {
        int most = Math.min(a.length(), b.length());
        int i = 0;
        while (i < most && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i;
    }

    private static int commonSuffix(String a, String b, int prefix) {
        int most = Math.min(a.length(), b.length()) - prefix;
        int i = 0;
        while (i < most && a.charAt(a.length() - 1 - i) == b.charAt(b.length() - 1 - i)) {
            i++;
        }
        return i;
    }

    /** Writes the abridged text from left to right. Bodies {@code first..last} hold all that changed. */
    private static final class Abridger {
        private final Outline original;
        private final String changed;
        private final int first;
        private final int last;
        private final StringBuilder text;
        private final NavigableMap<Integer, Integer> kept = new TreeMap<>();
        private final Set<String> constructed = new TreeSet<>();
        private final SortedMap<Integer, Integer> shifts = new TreeMap<>();
        private int shifted;

        Abridger(Outline original, String changed, int first, int last) {
            this.original = original;
            this.changed = changed;
            this.first = first;
            this.last = last;
            this.text = new StringBuilder(changed.length());
        }

        Optional<Abridgement> abridge() {
            String before = original.text();
            List<Body> bodies = original.bodies();
            int shift = changed.length() - before.length();
            int from = 0;
            int at = 0;
            for (int i = 0; i < bodies.size(); i++) {
                Body body = bodies.get(i);
                String between = before.substring(from, body.start());
                if (!changed.startsWith(between, at)) {
                    return Optional.empty();
                }
                text.append(between);
                at += between.length();
                int end = i < first ? body.end() : i >= last ? body.end() + shift : endOfChanged(i, at);
                if (end < at) {
                    return Optional.empty();
                }
                if (!write(body, changed.substring(at, end))) {
                    return Optional.empty();
                }
                at = end;
                from = body.end();
            }
            text.append(changed, at, changed.length());
            return Optional.of(new Abridgement(text.toString(), kept, constructed, new LineShift(shifts)));
        }

        /** Where a body ends when what follows it, up to the next body, is as it was; -1 where that is not found. */
        private int endOfChanged(int i, int start) {
            List<Body> bodies = original.bodies();
            String after = original.text()
                    .substring(bodies.get(i).end(), bodies.get(i + 1).start() + 1);
            return changed.indexOf(after, start);
        }

        /** @return false where it cannot be told what line follows */
        private boolean write(Body body, String now) {
            String before = original.text().substring(body.start(), body.end());
            boolean same = now.equals(before);
            if (same && !body.constructor()) {
                text.append('{').append(STUB).append("\n".repeat(breaks(now))).append('}');
                return true;
            }
            text.append(now);
            if (same) {
                return true;
            }
            kept.put(text.length() - now.length(), text.length());
            if (body.constructor()) {
                constructed.add(body.owner());
            }
            int more = breaks(now) - breaks(before);
            if (more != 0) {
                shifted += more;
                shifts.put(breaks(original.text().substring(0, body.end())) + 2, shifted);
            }
            return more == 0 || endsLine(body.end());
        }

        private boolean endsLine(int offset) {
            return original.text()
                    .substring(offset)
                    .lines()
                    .findFirst()
                    .orElse("")
                    .isBlank();
        }

        private static int breaks(String text) {
            return (int) (text + "|").lines().count() - 1;
        }
    }
}
