package org.elenchus.tools.repair.solver;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.elenchus.protocol.execution.Failure;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.tools.repair.symptom.FailureKind;
import org.elenchus.tools.repair.symptom.Hint;

/**
 * What the failing tests show, digested for features.
 *
 * @param messages failure messages, joined
 * @param testNames method names of the failing tests in lower case, joined
 * @param testTypes simple names of their classes, joined
 */
record Symptoms(FailureKind kind, Set<Hint> hints, String messages, String testNames, String testTypes) {
    static Symptoms of(List<TestResult> observed) {
        String messages = observed.stream()
                .flatMap(r -> r.outcome().observed().stream())
                .map(Failure::message)
                .distinct()
                .collect(Collectors.joining("\n"));
        String names = observed.stream()
                .map(r -> r.test().method().replaceAll("\\(.*", "").toLowerCase(Locale.ROOT))
                .distinct()
                .collect(Collectors.joining(" "));
        String types = observed.stream()
                .map(r -> r.test().className())
                .map(c -> c.substring(c.lastIndexOf('.') + 1))
                .distinct()
                .collect(Collectors.joining(" "));
        return new Symptoms(FailureKind.dominant(observed), Hint.of(observed), messages, names, types);
    }
}
