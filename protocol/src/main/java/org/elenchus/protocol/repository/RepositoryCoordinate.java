package org.elenchus.protocol.repository;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The name of a repository: {@code maven:group:artifact:version} or {@code dir:PATH}. */
public record RepositoryCoordinate(@JsonValue String value) implements Comparable<RepositoryCoordinate> {
    private static final Pattern FORM = Pattern.compile("maven:\\w[\\w.-]*:\\w[\\w.-]*:\\w[\\w.-]*|dir:\\S.*");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RepositoryCoordinate {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'" + value + "' does not name a repository; use maven:GROUP:ARTIFACT:VERSION or dir:PATH");
        }
    }

    public boolean isMaven() {
        return value.startsWith("maven:");
    }

    /** The library regardless of version; held-out pools are disjoint by it. */
    public String library() {
        return isMaven() ? value.substring(0, value.lastIndexOf(':')) : value;
    }

    /** A short name for people: the artifact, or the folder's own name. */
    public String shortName() {
        if (isMaven()) {
            return value.split(":", -1)[2];
        }
        String path = value.replaceAll("/+$", "");
        return path.substring(Math.max(path.lastIndexOf('/'), path.indexOf(':')) + 1);
    }

    @Override
    public int compareTo(RepositoryCoordinate other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
