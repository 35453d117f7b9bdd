package org.elenchus.tools.mining.history.diff;

/**
 * A member of a type: method, constructor, field, initialiser or enum constant.
 *
 * @param key tells members of a file apart and is the same in both releases while name and parameter types are
 * @param symbol {@code Type.name}, as tasks name places
 * @param name simple name
 * @param type key of the declaring type
 * @param lines from its first token to its last, its comment left aside
 */
public record Member(String key, String symbol, String name, String type, Kind kind, LineRange lines) {
    /** What is run, and what is set up. */
    public enum Kind {
        BODY,
        FIELD
    }
}
