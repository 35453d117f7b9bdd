package org.elenchus.tools.repair.mending;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.elenchus.tools.repair.operators.CandidateEdit;
import org.elenchus.tools.repair.operators.EditCatalogue;
import org.elenchus.tools.repair.operators.Purpose;
import org.elenchus.tools.repair.syntax.Place;
import org.elenchus.tools.repair.syntax.SourceFile;
import org.elenchus.tools.repair.syntax.Surroundings;

/** Looks for the edits that make a file say what is wanted, wherever a solver might be led. */
public final class Mend {
    private static final Pattern WORD =
            Pattern.compile("\"(?:[^\"\\\\\n]++|\\\\.)*+\"|'(?:[^'\\\\\n]|\\\\.){1,6}+'|\\w++");

    /** More characters than this are no edit of a statement or two. */
    private static final int LARGE = 700;

    /** Half-way texts looked at further, those closest to what is wanted. */
    private static final int HALF_WAY = 12;

    /** Second edits compared with what is wanted, those that come closest by their words. */
    private static final int SECOND = 500;

    private Mend() {}

    /** An edit that mends. */
    public record Found(Place place, CandidateEdit edit) {}

    private static List<Found> offered(Wanted wanted, Surroundings surroundings) {
        List<Found> offered = new ArrayList<>();
        for (Place place : wanted.near()) {
            for (CandidateEdit edit : EditCatalogue.edits(wanted.broken(), place, Purpose.MEND, surroundings)) {
                offered.add(new Found(place, edit));
            }
        }
        return offered;
    }

    /** Every single edit that brings the wanted text back, by place. */
    public static List<Found> inOne(Wanted wanted, Surroundings surroundings) {
        return offered(wanted, surroundings).stream()
                .filter(f -> wanted.isReachedBy(f.edit()))
                .toList();
    }

    /** Every single edit that makes it mean what is wanted, by place. */
    static List<Found> meant(Wanted wanted, Surroundings surroundings) {
        return offered(wanted, surroundings).stream()
                .filter(f -> wanted.isMeantBy(f.edit()))
                .toList();
    }

    private static Optional<Found> first(List<Found> offered, Wanted wanted) {
        return offered.stream().filter(f -> wanted.isMeantBy(f.edit())).findFirst();
    }

    private static Comparator<Found> closest(Wanted wanted) {
        Map<Found, Integer> distances = new IdentityHashMap<>();
        return Comparator.comparingInt(f -> distances.computeIfAbsent(f, x -> Words.size(wanted.distance(x.edit()))));
    }

    /** Two edits after one another; empty where none was found among those that come closest after the first. */
    private static List<Found> inTwo(List<Found> offered, Wanted wanted, Surroundings surroundings) {
        int all = Words.size(wanted.left());
        List<Found> halfWay = offered.stream()
                .filter(f -> Words.size(wanted.distance(f.edit())) < all)
                .sorted(closest(wanted))
                .limit(HALF_WAY)
                .toList();
        for (Found first : halfWay) {
            Optional<SourceFile> parsed =
                    SourceFile.parse(first.edit().applyTo(wanted.broken().text()));
            if (parsed.isPresent()) {
                Wanted rest = new Wanted(parsed.get(), wanted.text());
                List<Found> close = offered(rest, surroundings).stream()
                        .sorted(closest(rest))
                        .limit(SECOND)
                        .toList();
                Optional<Found> second = first(close, rest);
                if (second.isPresent()) {
                    return List.of(first, second.get());
                }
            }
        }
        return List.of();
    }

    /** Why no edit mends. */
    public static Miss why(Wanted wanted) {
        if (wanted.change().size() > LARGE) {
            return Miss.TOO_LARGE;
        }
        Set<String> there = words(wanted.broken().text());
        return there.containsAll(words(wanted.lackByLines())) ? Miss.NO_TEMPLATE : Miss.NO_INGREDIENT;
    }

    private static Set<String> words(String text) {
        Set<String> words = new TreeSet<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    /** What became of a fix. */
    public enum Outcome {
        ONE,
        TWO,
        NOT
    }

    /**
     * Whether a fix can be made edit by edit.
     *
     * @param made the mending edits in order; empty where there are none
     */
    public record Reading(Outcome outcome, List<Found> made, Optional<Miss> miss) {
        public Reading {
            made = List.copyOf(made);
        }

        /** Labels of the edits' operators. */
        public List<String> operators() {
            return made.stream().map(f -> f.edit().operator().label()).toList();
        }

        static Reading not(Miss miss) {
            return new Reading(Outcome.NOT, List.of(), Optional.of(miss));
        }
    }

    /** Reads a fix of one or more files, each as path → text, without what other files offer. */
    public static Reading of(Map<String, String> broken, Map<String, String> fixed) {
        return of(broken, fixed, path -> Surroundings.NONE);
    }

    /** The same. Imports come with the fix: edits may name types in full. @param surroundings by path */
    public static Reading of(
            Map<String, String> broken, Map<String, String> fixed, Function<String, Surroundings> surroundings) {
        List<Found> made = new ArrayList<>();
        Map<String, String> changed = new LinkedHashMap<>();
        fixed.forEach((path, text) -> {
            if (!text.equals(broken.get(path))) {
                changed.put(path, text);
            }
        });
        for (Map.Entry<String, String> file : changed.entrySet()) {
            String before = broken.get(file.getKey());
            if (before == null) {
                return Reading.not(Miss.TOO_LARGE);
            }
            Optional<SourceFile> parsed = SourceFile.parse(Imports.of(file.getValue(), before));
            if (parsed.isEmpty()) {
                return Reading.not(Miss.DOES_NOT_PARSE);
            }
            Wanted wanted = new Wanted(parsed.get(), file.getValue());
            Surroundings near = surroundings.apply(file.getKey());
            List<Found> offered = offered(wanted, near);
            Optional<Found> one = first(offered, wanted);
            List<Found> found = one.map(List::of).orElseGet(() -> inTwo(offered, wanted, near));
            if (found.isEmpty()) {
                return Reading.not(why(wanted));
            }
            made.addAll(found);
        }
        Outcome outcome = made.size() == 1 ? Outcome.ONE : made.size() == 2 ? Outcome.TWO : Outcome.NOT;
        return outcome == Outcome.NOT ? Reading.not(Miss.TOO_LARGE) : new Reading(outcome, made, Optional.empty());
    }
}
