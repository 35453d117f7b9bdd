package org.elenchus.tools.repair.operators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.elenchus.tools.repair.Samples;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReachTest {
    private static final InverseReach REACH = new InverseReach();

    @BeforeAll
    static void plant() {
        Samples.NAMES.forEach(name -> REACH.measure(Samples.text(name), 25));
        if (Boolean.getBoolean("reach.report")) {
            System.out.println(REACH.report());
        }
    }

    @Test
    void simple_operators_can_be_undone_nearly_always() {
        assertThat(REACH.share(List.of(
                        Operator.BOUNDARY,
                        Operator.NEGATE,
                        Operator.LOGIC,
                        Operator.ARITHMETIC,
                        Operator.ASSIGNMENT,
                        Operator.BOOLEAN,
                        Operator.TERNARY,
                        Operator.REORDER,
                        Operator.JUMP,
                        Operator.SWAP_ARGUMENTS)))
                .as(REACH.report())
                .isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void operators_with_ingredients_can_be_undone_mostly() {
        assertThat(REACH.share(List.of(
                        Operator.CONSTANT,
                        Operator.STRING,
                        Operator.VARIABLE,
                        Operator.METHOD,
                        Operator.UNWRAP,
                        Operator.WRAP,
                        Operator.RETURN_VALUE,
                        Operator.EXCEPTION)))
                .as(REACH.report())
                .isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void guards_conditions_and_statements_can_be_undone_mostly() {
        assertThat(REACH.share(List.of(
                        Operator.DELETE_GUARD,
                        Operator.INSERT_GUARD,
                        Operator.DROP_CONDITION,
                        Operator.ADD_CONDITION,
                        Operator.FIX_CONDITION,
                        Operator.DELETE_STATEMENT,
                        Operator.INSERT_STATEMENT)))
                .as(REACH.report())
                .isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void every_operator_family_finds_sites_in_ordinary_code() {
        assertThat(REACH.planted()).isGreaterThan(300);
    }
}
