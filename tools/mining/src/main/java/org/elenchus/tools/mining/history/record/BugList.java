package org.elenchus.tools.mining.history.record;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.repository.RepositoryCoordinate;

/**
 * Real bugs, written down.
 *
 * @param form name of this form
 * @param bugs by id, ascending
 * @param leftOut what a reader refused: id → why
 */
public record BugList(String form, List<RealBug> bugs, Map<String, String> leftOut) {
    public static final String FORM = "elenchus.real-bugs.v1";
    private static final String REVIEWED = "reviewed.json";

    public BugList {
        bugs = bugs.stream().sorted(Comparator.comparing(RealBug::id)).toList();
        leftOut = Collections.unmodifiableMap(new TreeMap<>(leftOut));
    }

    public static BugList of(List<RealBug> bugs) {
        return new BugList(FORM, bugs, Map.of());
    }

    /** The list that comes with the program. Each of its bugs was read. */
    public static BugList reviewed() {
        try (InputStream in = BugList.class.getResourceAsStream(REVIEWED)) {
            return read(in.readAllBytes()).orElseThrow(() -> new IllegalStateException(REVIEWED + " has another form"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A list from its JSON; empty when the bytes are none. */
    public static Optional<BugList> read(byte[] json) {
        try {
            return Optional.ofNullable(ProtocolJson.read(json, BugList.class)).filter(list -> FORM.equals(list.form()));
        } catch (UncheckedIOException | IllegalArgumentException | NullPointerException damaged) {
            return Optional.empty();
        }
    }

    /** JSON, one property a line, so that a difference can be read. */
    public String json() {
        try {
            return ProtocolJson.mapper()
                            .writer()
                            .with(SerializationFeature.INDENT_OUTPUT)
                            .writeValueAsString(this)
                    + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a run that is tested on these bugs knows them by. */
    @JsonIgnore
    public Digest digest() {
        return ProtocolJson.digest(bugs);
    }

    /** The releases that mended them, in order. */
    @JsonIgnore
    public List<RepositoryCoordinate> releases() {
        return bugs.stream().map(bug -> bug.pair().newer()).distinct().sorted().toList();
    }

    /** The list without what readers refused, here or in another list. */
    public BugList without(BugList read) {
        Map<String, String> refused = new TreeMap<>(read.leftOut);
        refused.putAll(leftOut);
        List<RealBug> rest = new ArrayList<>(bugs);
        rest.removeIf(bug -> refused.containsKey(bug.id()));
        refused.keySet().retainAll(bugs.stream().map(RealBug::id).toList());
        refused.putAll(leftOut);
        return new BugList(form, rest, refused);
    }
}
