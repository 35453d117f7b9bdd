package org.elenchus.tools.mining.history;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.elenchus.protocol.repository.RepositoryCoordinate;

/** A published library without its version. */
public record Library(String group, String artifact) implements Lineage {
    private static final Pattern FORM = Pattern.compile("(\\w[\\w.-]*):(\\w[\\w.-]*)");

    /** @param text {@code GROUP:ARTIFACT} */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Library parse(String text) {
        var form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' does not name a library; use GROUP:ARTIFACT");
        }
        return new Library(form.group(1), form.group(2));
    }

    @Override
    public RepositoryCoordinate at(String version) {
        return new RepositoryCoordinate("maven:" + this + ":" + version);
    }

    @Override
    public String shortName() {
        return artifact;
    }

    @Override
    public String shown(String version) {
        return version;
    }

    @Override
    public String identity(String version) {
        return at(version).value();
    }

    @JsonValue
    @Override
    public String toString() {
        return group + ":" + artifact;
    }
}
