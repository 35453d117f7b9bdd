package org.elenchus.tools.repair.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names of binary features in a fixed order, collected while a vocabulary is set up. */
public final class FeatureSpace {
    private final Map<String, Integer> ids = new LinkedHashMap<>();

    /** The id of a new feature. @throws IllegalArgumentException when the name is taken */
    public int add(String name) {
        if (ids.putIfAbsent(name, ids.size()) != null) {
            throw new IllegalArgumentException("feature declared twice: " + name);
        }
        return ids.size() - 1;
    }

    /** A feature for each value: {@code prefix + value}. */
    public Axis axis(String prefix, List<String> values) {
        int first = ids.size();
        values.forEach(value -> add(prefix + value));
        return new Axis(first, values.size());
    }

    /** A feature for each pair of values: {@code prefix + left + "&" + infix + right}. */
    public Crossing crossing(String prefix, List<String> left, String infix, List<String> right) {
        int first = ids.size();
        left.forEach(l -> right.forEach(r -> add(prefix + l + "&" + infix + r)));
        return new Crossing(first, left.size(), right.size());
    }

    public List<String> names() {
        return new ArrayList<>(ids.keySet());
    }

    public int size() {
        return ids.size();
    }

    /** A run of features, one per value. */
    public record Axis(int first, int size) {
        public int id(int value) {
            if (value < 0 || value >= size) {
                throw new IllegalArgumentException(value + " is not among " + size + " values");
            }
            return first + value;
        }

        public int id(Enum<?> value) {
            return id(value.ordinal());
        }
    }

    /** A run of features, one per pair of values. */
    public record Crossing(int first, int left, int right) {
        public int id(int l, int r) {
            if (l < 0 || l >= left || r < 0 || r >= right) {
                throw new IllegalArgumentException("(" + l + ", " + r + ") is not within " + left + " × " + right);
            }
            return first + l * right + r;
        }

        public int id(Enum<?> l, Enum<?> r) {
            return id(l.ordinal(), r.ordinal());
        }

        public int id(Enum<?> l, int r) {
            return id(l.ordinal(), r);
        }
    }
}
