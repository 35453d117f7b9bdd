package org.elenchus.tools.mining.history;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.elenchus.protocol.repository.RepositoryCoordinate;

/** What has one version after another: a published library has releases, a git repository commits. Its JSON is its text. */
public sealed interface Lineage extends Comparable<Lineage> permits Library, CommitLine {
    /** @param text {@code GROUP:ARTIFACT}, or as {@link CommitLine} writes it */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Lineage parse(String text) {
        return text.startsWith(CommitLine.PREFIX) ? CommitLine.parse(text) : Library.parse(text);
    }

    RepositoryCoordinate at(String version);

    /** One word for people and files. */
    String shortName();

    /** A version as people are shown it. */
    String shown(String version);

    /** What a version is known by wherever its sources lie. */
    String identity(String version);

    @Override
    default int compareTo(Lineage other) {
        return toString().compareTo(other.toString());
    }
}
