package org.elenchus.tools.cli.experiment;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.elenchus.protocol.run.RunSpec;
import org.elenchus.tools.cli.Fault;

/**
 * What is compared: every strategy under every seed.
 *
 * @param trials seed by seed, so that a plan that is stopped has whole seeds to compare
 */
record Plan(List<Strategy> strategies, List<Long> seeds, List<Trial> trials) {
    private static final int MOST_SEEDS = 1000;

    Plan {
        strategies = List.copyOf(strategies);
        seeds = List.copyOf(seeds);
        trials = List.copyOf(trials);
    }

    /** The specification of a strategy under a seed. */
    interface Specification {
        RunSpec of(long seed, Strategy strategy) throws Fault;
    }

    /** @param strategies named by their labels; none for all of them */
    static Plan of(List<String> strategies, String seeds, Specification specification) throws Fault {
        EnumSet<Strategy> chosen = strategies.isEmpty() ? EnumSet.allOf(Strategy.class) : named(strategies);
        List<Long> drawn = seeds(seeds);
        List<Trial> trials = new ArrayList<>();
        for (long seed : drawn) {
            for (Strategy strategy : chosen) {
                trials.add(new Trial(strategy, specification.of(seed, strategy)));
            }
        }
        return new Plan(List.copyOf(chosen), drawn, trials);
    }

    /** Seeds of which all trials are among these. */
    List<Long> whole(Set<Trial> finished) {
        return seeds.stream()
                .filter(seed ->
                        trials.stream().filter(trial -> trial.seed() == seed).allMatch(finished::contains))
                .toList();
    }

    private static EnumSet<Strategy> named(List<String> labels) throws Fault {
        EnumSet<Strategy> chosen = EnumSet.noneOf(Strategy.class);
        try {
            labels.forEach(label -> chosen.add(Strategy.of(label)));
        } catch (IllegalArgumentException unknown) {
            throw Fault.usage(String.valueOf(unknown.getMessage()));
        }
        return chosen;
    }

    /** {@code 1-10}, {@code 1,2,5} or both. */
    private static List<Long> seeds(String text) throws Fault {
        TreeSet<Long> seeds = new TreeSet<>();
        for (String part : text.split(",", -1)) {
            String[] ends = part.strip().split("-", -1);
            try {
                long first = Long.parseLong(ends[0]);
                long last = ends.length == 2 ? Long.parseLong(ends[1]) : first;
                if (ends.length > 2 || last < first || last - first >= MOST_SEEDS) {
                    throw unreadable(text);
                }
                LongStream.rangeClosed(first, last).forEach(seeds::add);
            } catch (NumberFormatException e) {
                throw unreadable(text);
            }
        }
        if (seeds.size() > MOST_SEEDS) {
            throw unreadable(text);
        }
        return List.copyOf(seeds);
    }

    private static Fault unreadable(String text) {
        return Fault.usage(
                "--seeds is a list such as 1-10 or 1,2,5, of at most " + MOST_SEEDS + "; got '" + text + "'");
    }
}
