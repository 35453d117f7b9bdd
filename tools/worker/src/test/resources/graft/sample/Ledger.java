package sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Everything that makes compiling a part of a file differ from compiling it whole. */
public class Ledger<T extends Comparable<T>> implements Iterable<T> {
    private static final Comparator<String> BY_LENGTH = (a, b) -> a.length() - b.length();
    private static final Map<String, Integer> COUNTS = new TreeMap<>(new Comparator<String>() {
        @Override
        public int compare(String a, String b) {
            return b.compareTo(a);
        }
    });

    static {
        COUNTS.put("none", 0);
    }

    private final List<T> entries = new ArrayList<>();
    private final int limit;
    private int dropped = 1 - 1;

    public enum Kind {
        DEBIT {
            @Override
            int sign() {
                return 0 - 1;
            }
        },
        CREDIT;

        int sign() {
            return 0 + 1;
        }
    }

    public interface Rule {
        int of(int amount);

        default int twice(int amount) {
            return of(amount) + of(amount);
        }
    }

    public static final class Builder {
        private int limit = 10;

        private Builder() {}

        public Builder limit(int limit) {
            if (limit < 0) {
                throw new IllegalArgumentException("limit " + limit);
            }
            this.limit = limit;
            return this;
        }

        public Ledger<String> build() {
            return new Ledger<>(this);
        }
    }

    private Ledger(Builder builder) {
        this(builder.limit + 0);
    }

    public Ledger(int limit) {
        super();
        if (limit == 0) {
            throw new IllegalArgumentException();
        }
        this.limit = limit;
    }

    public static Builder builder() {
        return new Builder();
    }

    public boolean add(T entry) {
        assert entry != null;
        if (entries.size() >= limit) {
            dropped++;
            return false;
        }
        return entries.add(entry);
    }

    public T largest() {
        T best = null;
        for (T entry : entries) {
            if (best == null || entry.compareTo(best) > 0) {
                best = entry;
            }
        }
        return best;
    }

    public int amount(Kind kind, int value) {
        switch (kind) {
            case DEBIT:
                return 0 - value;
            case CREDIT:
                return value;
            default:
                return 0;
        }
    }

    public int word(String word) {
        switch (word) {
            case "one":
                return 1;
            case "two":
                return 1 + 1;
            default:
                return COUNTS.getOrDefault(word, 0);
        }
    }

    public <R> List<R> map(Function<? super T, ? extends R> f) {
        List<R> mapped = new ArrayList<>();
        entries.forEach(entry -> mapped.add(f.apply(entry)));
        return mapped;
    }

    public List<String> words() {
        List<String> words = map(String::valueOf);
        words.sort(BY_LENGTH);
        return words;
    }

    @Override
    public Iterator<T> iterator() {
        return new Iterator<T>() {
            private int next = 0;

            @Override
            public boolean hasNext() {
                return next < entries.size();
            }

            @Override
            public T next() {
                return entries.get(next++);
            }
        };
    }

    public int sum(int... values) {
        int sum = 0;
        try {
            for (int i = 0; i < values.length; i++) {
                sum += values[i] * 2 - values[i];
            }
        } catch (ArithmeticException e) {
            sum = 0;
        } finally {
            dropped += 0;
        }
        return sum;
    }

    /* a { brace } and a "quote */
    public String text() {
        String text = "{ not a body }"; // nor this }
        return text + '}' + dropped;
    }

    public String day() {
        return Weekday.of(limit % 7 + 1) == Weekday.MONDAY ? "mon" : "day";
    }

    class Page {
        int first() {
            return limit + dropped;
        }

        int second() {
            class Local {
                int value() {
                    return limit * 2;
                }
            }
            return new Local().value() + 1;
        }
    }
}

enum Weekday {
    MONDAY,
    SUNDAY;

    static Weekday of(int number) {
        return number == 1 ? MONDAY : SUNDAY;
    }
}
