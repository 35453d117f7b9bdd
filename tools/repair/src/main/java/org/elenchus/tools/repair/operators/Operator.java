package org.elenchus.tools.repair.operators;

import java.util.Optional;

/**
 * The operators. Each is both a mutation and a repair; {@link #mendedBy()} names the one that undoes its damage, itself for most.
 */
public enum Operator {
    BOUNDARY("boundary", Family.COMPARISON),
    NEGATE("negate", Family.COMPARISON),
    LOGIC("logic", Family.CONDITION),
    DROP_CONDITION("drop-condition", Family.CONDITION),
    ADD_CONDITION("add-condition", Family.CONDITION),
    FIX_CONDITION("fix-condition", Family.CONDITION),
    RESTORE_CONDITION("restore-condition", Family.CONDITION),
    ARITHMETIC("arithmetic", Family.ARITHMETIC),
    ASSIGNMENT("assignment", Family.ARITHMETIC),
    CONSTANT("constant", Family.LITERAL),
    BOOLEAN("boolean", Family.LITERAL),
    STRING("string", Family.LITERAL),
    VARIABLE("variable", Family.REFERENCE),
    SWAP_ARGUMENTS("swap-arguments", Family.REFERENCE),
    METHOD("method", Family.CALL),
    UNWRAP("unwrap", Family.CALL),
    WRAP("wrap", Family.CALL),
    RETURN_VALUE("return-value", Family.RESULT),
    TERNARY("ternary", Family.RESULT),
    EXCEPTION("exception", Family.RESULT),
    DELETE_GUARD("delete-guard", Family.GUARD),
    INSERT_GUARD("insert-guard", Family.GUARD),
    DELETE_STATEMENT("delete-statement", Family.STATEMENT),
    INSERT_STATEMENT("insert-statement", Family.STATEMENT),
    REORDER("reorder", Family.STATEMENT),
    JUMP("jump", Family.STATEMENT);

    private final String label;
    private final Family family;

    Operator(String label, Family family) {
        this.label = label;
        this.family = family;
    }

    /** Its name in features, traces, mutations and skills. */
    public String label() {
        return label;
    }

    public Family family() {
        return family;
    }

    /** The repair operator that undoes this one used as a mutation. */
    public Operator mendedBy() {
        return switch (this) {
            case DROP_CONDITION -> ADD_CONDITION;
            case ADD_CONDITION -> DROP_CONDITION;
            case FIX_CONDITION -> RESTORE_CONDITION;
            case RESTORE_CONDITION -> FIX_CONDITION;
            case UNWRAP -> WRAP;
            case WRAP -> UNWRAP;
            case DELETE_GUARD -> INSERT_GUARD;
            case INSERT_GUARD -> DELETE_GUARD;
            case DELETE_STATEMENT -> INSERT_STATEMENT;
            case INSERT_STATEMENT -> DELETE_STATEMENT;
            case BOUNDARY,
                    NEGATE,
                    LOGIC,
                    ARITHMETIC,
                    ASSIGNMENT,
                    CONSTANT,
                    BOOLEAN,
                    STRING,
                    VARIABLE,
                    SWAP_ARGUMENTS,
                    METHOD,
                    RETURN_VALUE,
                    TERNARY,
                    EXCEPTION,
                    REORDER,
                    JUMP -> this;
        };
    }

    public static Optional<Operator> of(String label) {
        for (Operator operator : values()) {
            if (operator.label.equals(label)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    /** Operators that answer the same kind of mistake. */
    public enum Family {
        COMPARISON("comparison"),
        CONDITION("condition"),
        ARITHMETIC("arithmetic"),
        LITERAL("literal"),
        REFERENCE("reference"),
        CALL("call"),
        RESULT("result"),
        GUARD("guard"),
        STATEMENT("statement");

        private final String label;

        Family(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
