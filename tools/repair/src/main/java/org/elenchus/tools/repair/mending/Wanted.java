package org.elenchus.tools.repair.mending;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.elenchus.tools.repair.meaning.Meaning;
import org.elenchus.tools.repair.operators.CandidateEdit;
import org.elenchus.tools.repair.syntax.Place;
import org.elenchus.tools.repair.syntax.SourceFile;

/** A broken file and the text it should become. Used by one thread. */
public final class Wanted {
    /** An edit further off than so many characters cannot be what is wanted. */
    private static final int FAR = 4000;

    /** Places within so many lines of the difference may be where the mending edit is offered. */
    private static final int NEAR_LINES = 8;

    private final SourceFile broken;
    private final String wanted;
    private final Optional<SourceFile> tree;
    private final int from;
    private final int brokenTo;
    private final int wantedTo;

    private final Optional<SourceFile.Span> member;
    private final Meaning meanings;
    private final Optional<String> meaning;

    public Wanted(SourceFile broken, String wanted) {
        this.broken = broken;
        this.wanted = wanted;
        this.tree = SourceFile.parse(wanted);
        String text = broken.text();
        this.from = prefix(text, wanted);
        int suffix = suffix(text, wanted, from);
        this.brokenTo = text.length() - suffix;
        this.wantedTo = wanted.length() - suffix;
        this.member = broken.memberAround(from, brokenTo);
        this.meanings = new Meaning(broken.declared().texts());
        this.meaning = member.flatMap(m -> meanings.of(wanted.substring(
                m.start(), m.end() + wanted.length() - broken.text().length())));
    }

    /** What differs. @param excess what stands there; @param lack what is wanted there */
    public record Change(String excess, String lack) {
        int size() {
            return excess.length() + lack.length();
        }
    }

    /** From the first difference to the last. */
    public static Change change(String text, String wanted) {
        int prefix = prefix(text, wanted);
        int suffix = suffix(text, wanted, prefix);
        return new Change(
                text.substring(prefix, text.length() - suffix), wanted.substring(prefix, wanted.length() - suffix));
    }

    private static int prefix(String text, String other) {
        int shorter = Math.min(text.length(), other.length());
        int prefix = 0;
        while (prefix < shorter && text.charAt(prefix) == other.charAt(prefix)) {
            prefix++;
        }
        return prefix;
    }

    private static int suffix(String text, String other, int prefix) {
        int most = Math.min(text.length(), other.length()) - prefix;
        int suffix = 0;
        while (suffix < most && text.charAt(text.length() - 1 - suffix) == other.charAt(other.length() - 1 - suffix)) {
            suffix++;
        }
        return suffix;
    }

    public SourceFile broken() {
        return broken;
    }

    public String text() {
        return wanted;
    }

    Change change() {
        return new Change(broken.text().substring(from, brokenTo), wanted.substring(from, wantedTo));
    }

    /** What is wanted there, filled up to whole lines, so that no word is cut. */
    String lackByLines() {
        int start = wanted.lastIndexOf('\n', Math.max(0, from - 1)) + 1;
        int end = wanted.indexOf('\n', wantedTo);
        return wanted.substring(start, end < 0 ? wanted.length() : end);
    }

    /** The places where an edit that brings the wanted text back could be offered. */
    public List<Place> near() {
        int first = line(from) - NEAR_LINES;
        int last = line(brokenTo) + NEAR_LINES;
        List<Place> near = new ArrayList<>();
        for (Place place : Stream.concat(broken.places().stream(), broken.members().stream())
                .toList()) {
            boolean ends =
                    place.insertion() >= 0 && line(place.insertion()) >= first && line(place.insertion()) <= last;
            if (ends || place.lastLine() >= first && place.firstLine() <= last) {
                near.add(place);
            }
        }
        return near;
    }

    private int line(int offset) {
        return broken.lineOf(offset);
    }

    /**
     * Whether the edit makes the member around the difference mean what is wanted, in whatever words; also where it makes the file say just
     * that. False where the difference is not within one member.
     */
    public boolean isMeantBy(CandidateEdit edit) {
        int end = edit.offset() + edit.removed().length();
        if (member.isPresent() && meaning.isPresent() && member.get().holds(edit.offset(), end)) {
            SourceFile.Span m = member.get();
            String text = broken.text();
            String edited = text.substring(m.start(), edit.offset()) + edit.inserted() + text.substring(end, m.end());
            return meanings.of(edited).equals(meaning);
        }
        return isReachedBy(edit);
    }

    /** The words of the member around the difference, or of its lines: what stands there less what is wanted, and how often. */
    Map<String, Integer> distance(CandidateEdit edit) {
        Map<String, Integer> left = new HashMap<>(left());
        Words.count(edit.removed(), left, 1);
        Words.count(edit.inserted(), left, -1);
        left.values().removeIf(n -> n == 0);
        return left;
    }

    /** Words wanted less words that stand there: positive ones are missing, negative ones too many. */
    Map<String, Integer> left() {
        Map<String, Integer> left = new HashMap<>();
        Words.count(change().lack(), left, 1);
        Words.count(change().excess(), left, -1);
        left.values().removeIf(n -> n == 0);
        return left;
    }

    /** Whether the edit makes the broken file say what is wanted. */
    public boolean isReachedBy(CandidateEdit edit) {
        int start = Math.min(from, edit.offset());
        int end = Math.max(brokenTo, edit.offset() + edit.removed().length());
        if (tree.isEmpty() || end - start > FAR + brokenTo - from) {
            return false;
        }
        start = broken.text().lastIndexOf('\n', start - 1) + 1;
        String text = broken.text();
        String edited = text.substring(start, edit.offset())
                + edit.inserted()
                + text.substring(edit.offset() + edit.removed().length(), end);
        String target = wanted.substring(start, end + wanted.length() - text.length());
        return Letters.of(edited) == Letters.of(target)
                && SourceFile.parse(edit.applyTo(text))
                        .filter(tree.get()::saysTheSameAs)
                        .isPresent();
    }
}
