package org.elenchus.tools.mining.history.diff;

/** Lines of a text. @param first 1-based @param count may be 0: the place before the first */
public record LineRange(int first, int count) {
    public LineRange {
        if (first < 1 || count < 0) {
            throw new IllegalArgumentException("no lines: " + count + " from " + first);
        }
    }

    public static LineRange between(int first, int last) {
        return new LineRange(first, last - first + 1);
    }

    /** The line after the last. */
    public int next() {
        return first + count;
    }

    /** The last line; the one before the place where there are none. */
    public int last() {
        return first + count - 1;
    }

    public boolean contains(LineRange other) {
        return first <= other.first && other.next() <= next();
    }

    public boolean touches(LineRange other) {
        return first < other.next() && other.first < next();
    }
}
