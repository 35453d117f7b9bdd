package org.elenchus.tools.mining.history.fix;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What kind of fix a human made, by its shape alone. */
public enum Category {
    /** Another method, argument, wrapper or value. */
    CALL,
    /** A condition that was not asked before. */
    GUARD_ADDED,
    /** A condition that was asked before. */
    GUARD_REMOVED,
    /** A statement was missing, too many, or in the wrong place. */
    STATEMENT,
    /** Another condition, or another result. */
    CONDITION,
    /** Another exception, thrown or caught. */
    EXCEPTION,
    /** Another literal, or another side of a boundary. */
    LITERAL,
    /** More than a few statements. */
    RESTRUCTURING;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For people. */
    public String words() {
        return switch (this) {
            case CALL -> "wrong call, argument or value";
            case GUARD_ADDED -> "guard added";
            case GUARD_REMOVED -> "guard removed";
            case STATEMENT -> "missing, extra or moved statement";
            case CONDITION -> "condition or return";
            case EXCEPTION -> "exception type";
            case LITERAL -> "literal or boundary";
            case RESTRUCTURING -> "restructuring";
        };
    }
}
