package org.elenchus.tools.repair.mending;

/** Why no edit mends. */
public enum Miss {
    DOES_NOT_PARSE("does not parse"),
    /** An edit at a place near the damage would mend, but no failing test leads there. */
    NOT_SUSPECTED("place not suspected"),
    /** A name or literal of the wanted text stands nowhere in the file. */
    NO_INGREDIENT("ingredient not in the file"),
    /** Everything is in the file, but no operator puts it there, or its menu ends before it. */
    NO_TEMPLATE("no template"),
    /** What is wanted goes beyond a statement or two. */
    TOO_LARGE("change too large");

    private final String label;

    Miss(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
