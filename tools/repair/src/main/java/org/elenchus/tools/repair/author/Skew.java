package org.elenchus.tools.repair.author;

import org.elenchus.tools.repair.operators.Operator;

/**
 * A prior on operators that shifts a pool of mutations away from what people mend: of their fixes hardly one is a pure boundary or constant, most are
 * calls, guards, statements and exceptions. Between the two ends lies a factor of e⁴, about 55, per operator; none is ruled out.
 */
final class Skew {
    private static final double CLASSIC = 2;
    private static final double LIKE_REAL_FIXES = -2;

    private Skew() {}

    /** What the operator's weight begins with. */
    static double prior(Operator operator) {
        return switch (operator) {
            case BOUNDARY, NEGATE, LOGIC, ARITHMETIC, ASSIGNMENT, CONSTANT, BOOLEAN -> CLASSIC;
            case METHOD,
                    UNWRAP,
                    WRAP,
                    EXCEPTION,
                    DELETE_GUARD,
                    INSERT_GUARD,
                    DELETE_STATEMENT,
                    INSERT_STATEMENT,
                    REORDER,
                    JUMP -> LIKE_REAL_FIXES;
            case DROP_CONDITION,
                    ADD_CONDITION,
                    FIX_CONDITION,
                    RESTORE_CONDITION,
                    STRING,
                    VARIABLE,
                    SWAP_ARGUMENTS,
                    RETURN_VALUE,
                    TERNARY -> 0;
        };
    }
}
