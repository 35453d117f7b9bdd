package org.elenchus.tools.repair.mending;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.elenchus.tools.repair.operators.CandidateEdit;
import org.elenchus.tools.repair.operators.EditCatalogue;
import org.elenchus.tools.repair.operators.Purpose;
import org.elenchus.tools.repair.syntax.Place;
import org.elenchus.tools.repair.syntax.SourceFile;

/** Looks for the edits that make a file say what is wanted, wherever a solver might be led. */
public final class Mend {
    private static final Pattern WORD =
            Pattern.compile("\"(?:[^\"\\\\\n]++|\\\\.)*+\"|'(?:[^'\\\\\n]|\\\\.){1,6}+'|\\w++");

    /** More characters than this are no edit of a statement or two. */
    private static final int LARGE = 700;

    /** Half-way texts looked at further, those closest to what is wanted. */
    private static final int HALF_WAY = 10;

    private Mend() {}

    /** An edit that mends. */
    public record Found(Place place, CandidateEdit edit) {}

    /** Every single edit that mends, by place. */
    public static List<Found> inOne(Wanted wanted) {
        List<Found> found = new ArrayList<>();
        for (Place place : wanted.near()) {
            for (CandidateEdit edit : EditCatalogue.edits(wanted.broken(), place, Purpose.MEND)) {
                if (wanted.isReachedBy(edit)) {
                    found.add(new Found(place, edit));
                }
            }
        }
        return List.copyOf(found);
    }

    /** Two edits after one another that mend; empty where none was found among those that come closest after the first. */
    public static List<Found> inTwo(Wanted wanted) {
        record HalfWay(Found first, int left) {}
        String text = wanted.broken().text();
        int all = Wanted.change(text, wanted.text()).size();
        List<HalfWay> halfWay = new ArrayList<>();
        for (Place place : wanted.near()) {
            for (CandidateEdit edit : EditCatalogue.edits(wanted.broken(), place, Purpose.MEND)) {
                int left = Wanted.change(edit.applyTo(text), wanted.text()).size();
                if (left < all) {
                    halfWay.add(new HalfWay(new Found(place, edit), left));
                }
            }
        }
        halfWay.sort(java.util.Comparator.comparingInt(HalfWay::left));
        for (HalfWay half : halfWay.subList(0, Math.min(HALF_WAY, halfWay.size()))) {
            var parsed = SourceFile.parse(half.first().edit().applyTo(text));
            if (parsed.isPresent()) {
                List<Found> second = inOne(new Wanted(parsed.get(), wanted.text()));
                if (!second.isEmpty()) {
                    return List.of(half.first(), second.getFirst());
                }
            }
        }
        return List.of();
    }

    /** Why {@link #inOne} found nothing. */
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
     * @param operators those of the mending edits, in order; empty where there are none
     */
    public record Reading(Outcome outcome, List<String> operators, java.util.Optional<Miss> miss) {}

    /** Reads a fix of one or more files, each as path → text. Imports come with the fix: edits may name types in full. */
    public static Reading of(Map<String, String> broken, Map<String, String> fixed) {
        List<String> operators = new ArrayList<>();
        Map<String, String> changed = new LinkedHashMap<>();
        fixed.forEach((path, text) -> {
            if (!text.equals(broken.get(path))) {
                changed.put(path, text);
            }
        });
        for (Map.Entry<String, String> file : changed.entrySet()) {
            String before = broken.get(file.getKey());
            if (before == null) {
                return new Reading(Outcome.NOT, List.of(), java.util.Optional.of(Miss.TOO_LARGE));
            }
            var parsed = SourceFile.parse(Imports.of(file.getValue(), before));
            if (parsed.isEmpty()) {
                return new Reading(Outcome.NOT, List.of(), java.util.Optional.of(Miss.DOES_NOT_PARSE));
            }
            Wanted wanted = new Wanted(parsed.get(), file.getValue());
            List<Found> one = inOne(wanted);
            List<Found> found = one.isEmpty() ? inTwo(wanted) : one.subList(0, 1);
            if (found.isEmpty()) {
                return new Reading(Outcome.NOT, List.of(), java.util.Optional.of(why(wanted)));
            }
            found.forEach(f -> operators.add(f.edit().operator().label()));
        }
        Outcome outcome = operators.size() == 1 ? Outcome.ONE : operators.size() == 2 ? Outcome.TWO : Outcome.NOT;
        return new Reading(
                outcome,
                List.copyOf(operators),
                outcome == Outcome.NOT ? java.util.Optional.of(Miss.TOO_LARGE) : java.util.Optional.empty());
    }
}
