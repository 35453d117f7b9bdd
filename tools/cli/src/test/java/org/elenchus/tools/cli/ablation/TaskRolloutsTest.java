package org.elenchus.tools.cli.ablation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.actors.slot.Work;
import org.elenchus.actors.slot.WorkResult;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.trace.GroupRef;
import org.junit.jupiter.api.Test;

class TaskRolloutsTest {
    private static final Digest WHOLE = Digest.of("whole");
    private static final Digest BASE = Digest.of("base");
    private static final List<ValidationTask> TASKS =
            List.of(new ValidationTask("a", Digest.of("task a")), new ValidationTask("b", Digest.of("task b")));

    private final List<Work.AttemptTask> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<Integer> told = Collections.synchronizedList(new ArrayList<>());

    /** Executes nothing. */
    private static final class Idle implements Sandbox {
        @Override
        public Execution execute(ExecutionRequest request) {
            throw new AssertionError("nothing is executed");
        }

        @Override
        public Execution executeAfresh(ExecutionRequest request) {
            return execute(request);
        }

        @Override
        public BuildReport build(Digest snapshot) {
            throw new AssertionError("nothing is built");
        }

        @Override
        public List<TestId> discover(Digest snapshot) {
            return List.of();
        }

        @Override
        public void close() {}
    }

    /** Solves as many rollouts of a task as its id has; faults at {@code b} under the base. */
    private WorkResult perform(Work work, Sandbox sandbox) throws SandboxFault {
        Work.AttemptTask attempt = (Work.AttemptTask) work;
        asked.add(attempt);
        if (attempt.taskId().equals("b") && attempt.policy().equals(BASE)) {
            throw new SandboxFault("worker lost");
        }
        return new WorkResult.GroupAttempted(
                attempt.id(),
                new GroupRef(attempt.groupId(), attempt.taskId(), attempt.task(), BASE, attempt.rollouts(), 1),
                attempt.policy());
    }

    private Map<Digest, List<GroupRef>> rolledOut(int slots) throws Exception {
        return new TaskRollouts(this::perform, Idle::new, slots, 8, 6, 7)
                .of(TASKS, List.of(WHOLE, BASE), (done, total) -> told.add(done));
    }

    @Test
    void every_policy_has_the_same_draws_at_a_task() throws Exception {
        rolledOut(1);

        assertThat(asked).extracting(Work.AttemptTask::policy).containsExactly(WHOLE, BASE, WHOLE, BASE);
        assertThat(asked)
                .extracting(Work.AttemptTask::groupId)
                .containsExactly("ablation/a", "ablation/a", "ablation/b", "ablation/b");
        assertThat(asked).extracting(Work.AttemptTask::id).doesNotHaveDuplicates();
        assertThat(asked).allMatch(attempt -> attempt.seed() == 7 && attempt.rollouts() == 8 && attempt.edits() == 6);
    }

    @Test
    void what_the_machine_failed_at_is_left_out_and_no_failure_of_the_policy() throws Exception {
        Map<Digest, List<GroupRef>> groups = rolledOut(1);

        assertThat(groups.get(WHOLE)).extracting(GroupRef::taskId).containsExactly("a", "b");
        assertThat(groups.get(BASE)).extracting(GroupRef::taskId).containsExactly("a");
        assertThat(told).containsExactly(1, 2, 3, 4);
    }

    @Test
    void how_many_slots_there_are_changes_nothing() throws Exception {
        assertThat(rolledOut(3)).isEqualTo(rolledOut(1));
    }
}
