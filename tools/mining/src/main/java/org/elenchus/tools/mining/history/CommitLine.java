package org.elenchus.tools.mining.history;

import com.fasterxml.jackson.annotation.JsonValue;
import org.elenchus.protocol.repository.RepositoryCoordinate;

/**
 * The commits of a git repository, or of one module of it. Versions are full names of commits.
 *
 * @param path of the repository
 * @param module its folder below the top; empty for the top itself
 */
public record CommitLine(String path, String module) implements Lineage {
    static final String PREFIX = "git:";

    /** So much of a commit's name is shown. */
    private static final int SHOWN = 10;

    /** @param text a git coordinate; its revision does not count */
    static CommitLine parse(String text) {
        return of(new RepositoryCoordinate(text));
    }

    /** @param coordinate a git one; its revision does not count */
    public static CommitLine of(RepositoryCoordinate coordinate) {
        return new CommitLine(coordinate.path(), coordinate.module());
    }

    @Override
    public RepositoryCoordinate at(String version) {
        return new RepositoryCoordinate(PREFIX + path + "@" + version + (module.isEmpty() ? "" : ":" + module));
    }

    @Override
    public String shortName() {
        return at("HEAD").shortName();
    }

    @Override
    public String shown(String version) {
        return version.substring(0, Math.min(SHOWN, version.length()));
    }

    /** A commit is the same in every clone. */
    @Override
    public String identity(String version) {
        return "commit " + version + " " + module;
    }

    @JsonValue
    @Override
    public String toString() {
        return at("").value();
    }
}
