package org.elenchus.protocol.trace;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.TextEdit;

/** One step of a rollout. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Step.Inspect.class, name = "inspect"),
    @JsonSubTypes.Type(value = Step.Localise.class, name = "localise"),
    @JsonSubTypes.Type(value = Step.Edit.class, name = "edit"),
    @JsonSubTypes.Type(value = Step.Compile.class, name = "compile"),
    @JsonSubTypes.Type(value = Step.Test.class, name = "test"),
    @JsonSubTypes.Type(value = Step.Submit.class, name = "submit")
})
public sealed interface Step {
    /** Looked at the failing tests and what they reach. @param failureKinds one per failing test */
    record Inspect(List<TestId> failing, List<String> failureKinds, int coveredLines) implements Step {
        public Inspect {
            failing = List.copyOf(failing);
            failureKinds = List.copyOf(failureKinds);
        }
    }

    /** Chose where to edit. */
    record Localise(Choice choice, String path, int line, String context) implements Step {}

    /** Chose what to edit there. */
    record Edit(Choice choice, String operator, String context, TextEdit edit) implements Step {}

    record Compile(boolean compiled, List<String> errors) implements Step {
        public Compile {
            errors = List.copyOf(errors);
        }
    }

    /** Ran the failing tests. @param kept whether the edit stays as the base of the next one */
    record Test(int passed, int failed, String summary, boolean kept) implements Step {}

    /** Handed in a patch against the broken state; empty when nothing helped. */
    record Submit(Patch patch) implements Step {}
}
