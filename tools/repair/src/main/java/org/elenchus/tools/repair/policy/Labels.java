package org.elenchus.tools.repair.policy;

import java.util.List;
import java.util.stream.Stream;
import org.elenchus.tools.repair.operators.OperandType;
import org.elenchus.tools.repair.operators.Operator;
import org.elenchus.tools.repair.operators.Variant;
import org.elenchus.tools.repair.symptom.FailureKind;
import org.elenchus.tools.repair.symptom.Hint;
import org.elenchus.tools.repair.syntax.Context;

/** The values features are crossed over, in declaration order. */
public final class Labels {
    public static final List<String> OPERATORS =
            Stream.of(Operator.values()).map(Operator::label).toList();
    public static final List<String> CONTEXTS =
            Stream.of(Context.values()).map(Context::label).toList();
    public static final List<String> FAILURES =
            Stream.of(FailureKind.values()).map(FailureKind::label).toList();
    public static final List<String> HINTS =
            Stream.of(Hint.values()).map(Hint::label).toList();
    public static final List<String> VARIANTS =
            Stream.of(Variant.values()).map(Variant::label).toList();
    public static final List<String> OPERANDS =
            Stream.of(OperandType.values()).map(OperandType::label).toList();

    private Labels() {}
}
