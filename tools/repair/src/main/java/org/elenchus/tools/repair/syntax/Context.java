package org.elenchus.tools.repair.syntax;

import java.util.Optional;

/** The syntactic context of a place or an edit. */
public enum Context {
    IF_CONDITION("if-condition"),
    /** An {@code if} without {@code else} whose body only leaves: returns, throws, breaks or continues. */
    GUARD("guard"),
    LOOP_HEADER("loop-header"),
    RETURN("return"),
    THROW("throw"),
    DECLARATION("declaration"),
    ASSIGNMENT("assignment"),
    FIELD_ASSIGNMENT("field-assignment"),
    CALL("call"),
    CONSTRUCTOR_CALL("constructor-call"),
    SWITCH("switch"),
    JUMP("jump"),
    /** The end of a block that control can run off: something may be missing there. */
    BLOCK_END("block-end");

    private final String label;

    Context(String label) {
        this.label = label;
    }

    /** Its name in features, traces, mutations and skills. */
    public String label() {
        return label;
    }

    public static Optional<Context> of(String label) {
        for (Context context : values()) {
            if (context.label.equals(label)) {
                return Optional.of(context);
            }
        }
        return Optional.empty();
    }
}
