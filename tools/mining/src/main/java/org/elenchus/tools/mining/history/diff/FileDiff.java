package org.elenchus.tools.mining.history.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What changed in one file from the older release to the newer.
 *
 * @param changes inside members, by the key of their member, in order of the text
 * @param wholes members of which lines changed across their borders, too, as one change each: by key
 */
public record FileDiff(
        String path,
        SourceShape newer,
        SourceShape older,
        Map<String, List<Change>> changes,
        Map<String, Change> wholes) {
    /** The diff of two texts; empty when one is not Java. */
    public static Optional<FileDiff> of(String path, String newerText, String olderText) {
        return SourceShape.of(newerText)
                .flatMap(newer -> SourceShape.of(olderText).map(older -> of(path, newer, older)));
    }

    private static FileDiff of(String path, SourceShape newer, SourceShape older) {
        Map<String, List<Change>> changes = new LinkedHashMap<>();
        Set<String> crossed = new LinkedHashSet<>();
        for (Splice splice : splices(newer, older)) {
            Optional<Member> after = newer.around(splice.newer());
            Optional<Member> before = older.around(splice.older());
            boolean inside = after.isPresent()
                    && before.isPresent()
                    && after.get().key().equals(before.get().key());
            if (inside) {
                changes.computeIfAbsent(after.get().key(), key -> new ArrayList<>())
                        .add(new Change(after.get(), splice));
            } else {
                newer.members().values().stream()
                        .filter(member -> member.lines().touches(splice.newer()))
                        .forEach(member -> crossed.add(member.key()));
                older.members().values().stream()
                        .filter(member -> member.lines().touches(splice.older()))
                        .forEach(member -> crossed.add(member.key()));
            }
        }
        Map<String, Change> wholes = new LinkedHashMap<>();
        for (String key : crossed) {
            Member after = newer.members().get(key);
            Member before = older.members().get(key);
            if (after != null && before != null && !words(newer, after.lines()).equals(words(older, before.lines()))) {
                wholes.put(key, new Change(after, new Splice(after.lines(), before.lines())));
            }
        }
        return new FileDiff(path, newer, older, changes, wholes);
    }

    public boolean isEmpty() {
        return changes.isEmpty() && wholes.isEmpty();
    }

    /** All that changed, no line twice: members whole where more than their inside changed. */
    public List<Change> all() {
        List<Change> all = new ArrayList<>(wholes.values());
        changes.forEach((key, inside) -> {
            if (!wholes.containsKey(key)) {
                all.addAll(inside);
            }
        });
        return List.copyOf(all);
    }

    /** Members that only the older release has. */
    public List<Member> gone() {
        return older.members().values().stream()
                .filter(member -> !newer.members().containsKey(member.key()))
                .toList();
    }

    private static List<Splice> splices(SourceShape newer, SourceShape older) {
        List<Map.Entry<Integer, String>> after = List.copyOf(newer.said().entrySet());
        List<Map.Entry<Integer, String>> before = List.copyOf(older.said().entrySet());
        List<Splice> splices = new ArrayList<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(texts(after), texts(before)).getDeltas()) {
            Splice splice = new Splice(range(delta.getSource(), after), range(delta.getTarget(), before));
            if (!words(newer, splice.newer()).equals(words(older, splice.older()))) {
                splices.add(splice);
            }
        }
        return splices;
    }

    private static List<String> texts(List<Map.Entry<Integer, String>> lines) {
        return lines.stream().map(Map.Entry::getValue).toList();
    }

    private static LineRange range(Chunk<String> chunk, List<Map.Entry<Integer, String>> lines) {
        int from = chunk.getPosition();
        if (chunk.size() == 0) {
            return new LineRange(from == 0 ? 1 : lines.get(from - 1).getKey() + 1, 0);
        }
        return LineRange.between(
                lines.get(from).getKey(), lines.get(from + chunk.size() - 1).getKey());
    }

    /** What lines say together, however they are broken. */
    private static String words(SourceShape shape, LineRange lines) {
        TreeMap<Integer, String> said = shape.said();
        return Objects.requireNonNull(said.subMap(lines.first(), lines.next())).values().stream()
                .flatMap(line -> List.of(line.split(" ", -1)).stream())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
