package org.elenchus.protocol.repository;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The name of a repository: {@code maven:group:artifact:version}, {@code dir:PATH}, or {@code git:PATH[@REVISION[:MODULE]]}. What follows the
 * last {@code @} of a git coordinate is the revision and, after a colon, the folder of one module; a path that holds an {@code @} needs a
 * revision, too.
 */
public record RepositoryCoordinate(@JsonValue String value) implements Comparable<RepositoryCoordinate> {
    private static final Pattern FORM =
            Pattern.compile("maven:\\w[\\w.-]*:\\w[\\w.-]*:\\w[\\w.-]*|dir:\\S.*|git:[^\\s@].*");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RepositoryCoordinate {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value + "' does not name a repository; use"
                    + " maven:GROUP:ARTIFACT:VERSION, dir:PATH or git:PATH[@REVISION[:MODULE]]");
        }
    }

    public boolean isMaven() {
        return value.startsWith("maven:");
    }

    public boolean isGit() {
        return value.startsWith("git:");
    }

    /** The library regardless of version or revision, and the folder however its path is spelt; held-out pools are disjoint by it. */
    public String library() {
        if (isMaven()) {
            return value.substring(0, value.lastIndexOf(':'));
        }
        String folder = Path.of(path()).normalize().toString();
        return folder.isEmpty() ? "." : folder;
    }

    /** The folder that a {@code dir:} or {@code git:} coordinate names. */
    public String path() {
        if (isMaven()) {
            throw new IllegalStateException(value + " is no folder");
        }
        String named = value.substring(value.indexOf(':') + 1);
        int at = named.lastIndexOf('@');
        return isGit() && at > 0 ? named.substring(0, at) : named;
    }

    /** The revision that a {@code git:} coordinate names; {@code HEAD} where it names none. */
    public String revision() {
        if (!isGit()) {
            throw new IllegalStateException(value + " has no revision");
        }
        String revision = afterPath().split(":", 2)[0];
        return revision.isEmpty() ? "HEAD" : revision;
    }

    /** The folder of a module that a {@code git:} coordinate names, relative to the top; empty where the top itself is meant. */
    public String module() {
        String named = isGit() ? afterPath() : "";
        int colon = named.indexOf(':');
        return colon < 0 ? "" : named.substring(colon + 1);
    }

    private String afterPath() {
        int at = value.lastIndexOf('@');
        return at < 0 ? "" : value.substring(at + 1);
    }

    /** A short name for people: the artifact, or the own name of the folder or module. */
    public String shortName() {
        if (isMaven()) {
            return value.split(":", -1)[2];
        }
        String path = (module().isEmpty() ? path() : module()).replaceAll("/+$", "");
        return path.substring(path.lastIndexOf('/') + 1);
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
