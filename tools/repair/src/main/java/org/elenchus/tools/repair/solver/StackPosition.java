package org.elenchus.tools.repair.solver;

/** Where a place stands in the stack traces of the failing tests, the closest first. */
enum StackPosition {
    TOP_LINE("top-line"),
    TOP_METHOD("top-method"),
    LINE("line"),
    METHOD("method"),
    OFF("off");

    private final String label;

    StackPosition(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
