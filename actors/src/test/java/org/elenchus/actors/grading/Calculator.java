package org.elenchus.actors.grading;

import java.util.List;
import org.elenchus.actors.testing.FakeRepository;
import org.elenchus.actors.testing.FakeSandbox;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.task.Mutation;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.task.Task;
import org.elenchus.protocol.task.TextEdit;
import org.elenchus.protocol.task.Verifier;

/** A small repository whose {@code sum} and {@code product} are broken in a validated task. */
final class Calculator {
    static final String PATH = "org/example/Calculator.java";
    static final String OTHER = "org/example/Printer.java";
    static final String TEXT = """
            class Calculator {
                int sum(int a, int b) {
                    return a + b;
                }

                int product(int a, int b) {
                    return a * b;
                }
            }
            """;

    static final String ADDS = "org.example.CalculatorTest#adds()";
    static final String MULTIPLIES = "org.example.CalculatorTest#multiplies()";
    static final String PRINTS = "org.example.PrinterTest#prints()";
    static final String NAMED = "org.example.CalculatorTest#isNamed()";

    static final FakeRepository REPOSITORY = FakeRepository.named("maven:org.example:calculator:1.0")
            .file(PATH, TEXT)
            .file(OTHER, "class Printer {}\n")
            .test(ADDS, 5, PATH, 2, 3)
            .test(MULTIPLIES, 7, PATH, 6, 7)
            .test(PRINTS, 3, OTHER, 1)
            .test(NAMED, 2, PATH, 1)
            .build();

    static final Patch BREAKING = new Patch(List.of(edit(TEXT, "a + b", "a - b"), edit(TEXT, "a * b", "a / b")));

    static final String BROKEN = TEXT.replace("a + b", "a - b").replace("a * b", "a / b");

    static final Task TASK = new Task(
            "task-1",
            Pool.TRAIN,
            REPOSITORY.summary().coordinate(),
            REPOSITORY.snapshot(),
            SkillId.UNGUIDED,
            BREAKING,
            List.of(new Mutation("arithmetic", "return", PATH, 3, "Calculator.sum")),
            "Sums and products come out wrong.",
            new Verifier(
                    List.of(REPOSITORY.budgeted(TestId.parse(ADDS)), REPOSITORY.budgeted(TestId.parse(MULTIPLIES))),
                    List.of(REPOSITORY.budgeted(TestId.parse(NAMED)), REPOSITORY.budgeted(TestId.parse(PRINTS)))),
            List.of(failure(ADDS), failure(MULTIPLIES)));

    private Calculator() {}

    static TextEdit edit(String text, String removed, String inserted) {
        return new TextEdit(PATH, text.indexOf(removed), removed, inserted);
    }

    static Patch repair(String removed, String inserted) {
        return new Patch(List.of(edit(BROKEN, removed, inserted)));
    }

    static FakeSandbox sandbox() {
        return new FakeSandbox(REPOSITORY)
                .passes(ADDS, sources -> sources.apply(PATH).contains("a + b"))
                .passes(MULTIPLIES, sources -> sources.apply(PATH).contains("a * b"))
                .passes(NAMED, sources -> sources.apply(PATH).contains("class Calculator"))
                .passes(PRINTS, sources -> sources.apply(OTHER).contains("Printer"));
    }

    private static TestResult failure(String test) {
        return new TestResult(TestId.parse(test), FakeSandbox.assertion(TestId.parse(test)), 0, List.of());
    }
}
