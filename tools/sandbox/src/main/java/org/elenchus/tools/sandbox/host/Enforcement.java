package org.elenchus.tools.sandbox.host;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a sandbox enforces here, as far as it was seen to. @param kind what people call the sandbox; @param measures one for every bound */
public record Enforcement(String kind, Map<Bound, Measure> measures) {
    public Enforcement {
        Map<Bound, Measure> whole = new EnumMap<>(Bound.class);
        for (Bound bound : Bound.values()) {
            whole.put(bound, measures.getOrDefault(bound, new NotEnforced("nothing here does it")));
        }
        measures = Collections.unmodifiableMap(whole);
    }

    /** Whether a bound holds. */
    public sealed interface Measure {}

    /** @param how what enforces it, with the figure where there is one */
    public record Enforced(String how) implements Measure {}

    /** @param why what is missing */
    public record NotEnforced(String why) implements Measure {}

    public boolean holds(Bound bound) {
        return measures.get(bound) instanceof Enforced;
    }

    /** Lines such as {@code network: a namespace with nothing but loopback}. */
    public List<String> enforced() {
        return lines(true);
    }

    /** Lines such as {@code memory: this kernel has no …}. */
    public List<String> notEnforced() {
        return lines(false);
    }

    private List<String> lines(boolean holding) {
        return measures.entrySet().stream()
                .filter(entry -> holds(entry.getKey()) == holding)
                .map(entry -> entry.getKey().words() + ": " + text(entry.getValue()))
                .collect(Collectors.toUnmodifiableList());
    }

    private static String text(Measure measure) {
        return switch (measure) {
            case Enforced enforced -> enforced.how();
            case NotEnforced missing -> missing.why();
        };
    }

    /** Collects measures in any order. */
    public static final class Builder {
        private final Map<Bound, Measure> measures = new EnumMap<>(Bound.class);

        public Builder enforced(Bound bound, String how) {
            measures.put(bound, new Enforced(how));
            return this;
        }

        public Builder missing(Bound bound, String why) {
            measures.put(bound, new NotEnforced(why));
            return this;
        }

        /** Enforced if it was seen, missing otherwise. */
        public Builder seen(boolean seen, Bound bound, String how, String why) {
            return seen ? enforced(bound, how) : missing(bound, why);
        }

        public Enforcement build(String kind) {
            return new Enforcement(kind, measures);
        }
    }
}
