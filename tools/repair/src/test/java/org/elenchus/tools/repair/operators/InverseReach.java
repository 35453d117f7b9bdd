package org.elenchus.tools.repair.operators;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.elenchus.tools.repair.Samples;
import org.elenchus.tools.repair.syntax.Place;
import org.elenchus.tools.repair.syntax.SourceFile;

/** Plants every mutation of a source and asks whether an enumerated edit brings back the original, token for token. */
final class InverseReach {
    private final Map<Operator, int[]> counts = new EnumMap<>(Operator.class);
    private final Map<Operator, StringBuilder> missed = new EnumMap<>(Operator.class);

    /** @param each mutations planted per operator, spread evenly over the file */
    void measure(String text, int each) {
        SourceFile file = Samples.parsed(text);
        String target = canonical(text);
        record Planned(CandidateEdit edit, Place place) {}
        Map<Operator, List<Planned>> planned = new EnumMap<>(Operator.class);
        for (Place place : file.places()) {
            EditCatalogue.edits(file, place, Purpose.BREAK)
                    .forEach(edit -> planned.computeIfAbsent(edit.operator(), o -> new ArrayList<>())
                            .add(new Planned(edit, place)));
        }
        planned.values().forEach(list -> {
            int step = Math.max(1, list.size() / each);
            for (int i = 0; i < list.size(); i += step) {
                plant(text, target, list.get(i).edit(), list.get(i).place());
            }
        });
    }

    private void plant(String text, String target, CandidateEdit mutation, Place at) {
        SourceFile broken = Samples.parsed(mutation.applyTo(text));
        int[] count = counts.computeIfAbsent(mutation.operator(), o -> new int[2]);
        count[1]++;
        for (Place place : broken.places()) {
            boolean near = Math.abs(place.firstLine() - at.firstLine()) <= 8;
            if (near
                    && EditCatalogue.edits(broken, place, Purpose.MEND).stream()
                            .filter(e -> e.operator() == mutation.operator().mendedBy())
                            .anyMatch(e -> canonical(e.applyTo(broken.text())).equals(target))) {
                count[0]++;
                return;
            }
        }
        missed.computeIfAbsent(mutation.operator(), o -> new StringBuilder())
                .append("  ")
                .append(at.firstLine())
                .append(": ")
                .append(mutation.removed().replaceAll("\\s+", " "))
                .append(" => ")
                .append(mutation.inserted().replaceAll("\\s+", " "))
                .append('\n');
    }

    /** White space, parentheses, braces and the order of operands do not change what a condition or guard means here. */
    private static String canonical(String text) {
        return Arrays.stream(text.replaceAll("\\n\\s*\\n", "\n")
                        .split("\n\\s*(?=\n|public|private|if|for|while|return|int|String)", -1))
                .map(part -> Arrays.stream(part.split("[\\s(){}]+|(?<=[!])|&&|\\|\\|", -1))
                        .filter(t -> !t.isEmpty())
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    double share(List<Operator> operators) {
        int reached = 0;
        int planted = 0;
        for (Operator operator : operators) {
            int[] count = counts.getOrDefault(operator, new int[2]);
            reached += count[0];
            planted += count[1];
        }
        return planted == 0 ? 1 : (double) reached / planted;
    }

    int planted() {
        return counts.values().stream().mapToInt(c -> c[1]).sum();
    }

    String report() {
        StringBuilder report = new StringBuilder();
        counts.forEach((operator, count) -> report.append(operator.label())
                .append(' ')
                .append(count[0])
                .append('/')
                .append(count[1])
                .append('\n'));
        missed.forEach((operator, examples) ->
                report.append(operator.label()).append(":\n").append(examples, 0, Math.min(examples.length(), 1500)));
        return report.toString();
    }
}
