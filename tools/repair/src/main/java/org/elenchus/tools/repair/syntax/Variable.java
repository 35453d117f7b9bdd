package org.elenchus.tools.repair.syntax;

/** A variable in scope. @param type declared type as text; empty where the source does not say */
public record Variable(String name, String type, Kind kind, boolean isFinal) {
    /** Where it is declared. */
    public enum Kind {
        LOCAL,
        PARAMETER,
        FIELD
    }
}
