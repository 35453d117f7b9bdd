package org.elenchus.tools.mining.history.fix;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much of the difference between two releases a task takes back. */
public enum Level {
    /** Contiguous lines inside one member. */
    STATEMENT,
    /** Several places of one member, or all of it. */
    METHOD,
    /** Members of one file. */
    FILE;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
