package org.elenchus.tools.cli.ablation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.protocol.learning.Role;
import org.elenchus.protocol.trace.GroupRef;
import org.junit.jupiter.api.Test;

class AblationReportTest {
    private static final PolicyWeights BASE = policy(0, 0);
    private static final PolicyWeights TRAINED = policy(1, 1);
    private static final List<Ablation> ABLATIONS = Ablation.of(BASE, TRAINED);

    private static PolicyWeights policy(double stack, double edit) {
        return new PolicyWeights(Role.SOLVER, List.of("loc:stack=off", "edit:negate"), new double[] {stack, edit});
    }

    /** Rollouts solved of four at each task. */
    private static List<GroupRef> solved(int... solved) {
        List<GroupRef> groups = new ArrayList<>();
        for (int task = 0; task < solved.length; task++) {
            Digest any = Digest.of("any");
            groups.add(new GroupRef("ablation/" + task, "task " + task, any, any, 4, solved[task]));
        }
        return groups;
    }

    private static AblationReport report(
            List<GroupRef> whole, List<GroupRef> untrained, List<GroupRef> stack, List<GroupRef> edit) {
        Map<Digest, List<GroupRef>> groups = new HashMap<>();
        groups.put(ProtocolJson.digest(TRAINED), whole);
        groups.put(ProtocolJson.digest(BASE), untrained);
        // Of two families, one without the other is the one alone.
        groups.put(ProtocolJson.digest(policy(1, 0)), stack);
        groups.put(ProtocolJson.digest(policy(0, 1)), edit);
        return AblationReport.of(BASE, TRAINED, ABLATIONS, groups, DrawKey.of(1, "test"));
    }

    @Test
    void what_a_family_adds_is_the_whole_less_what_is_left_without_it_task_by_task() {
        AblationReport report = report(solved(4, 2), solved(0, 0), solved(1, 0), solved(4, 1));

        assertThat(report.learned().orElseThrow().delta()).isEqualTo(0.75);
        assertThat(report.families())
                .extracting(AblationReport.Family::name)
                .as("whose loss costs most comes first")
                .containsExactly("what to change: edit", "where to look: stack");
        AblationReport.Family edit = report.families().get(0);
        assertThat(edit.without().solved()).isEqualTo(1);
        assertThat(edit.adds().orElseThrow().delta()).isCloseTo(5 / 8.0, within(1e-12));
        assertThat(edit.adds().orElseThrow().low()).isEqualTo(0.5);
        assertThat(edit.adds().orElseThrow().high()).isEqualTo(0.75);
        assertThat(edit.only().solved()).isEqualTo(5);
        assertThat(edit.alone().orElseThrow().delta()).isCloseTo(5 / 8.0, within(1e-12));
        assertThat(report.families().get(1).adds().orElseThrow().delta()).isCloseTo(1 / 8.0, within(1e-12));
    }

    @Test
    void a_task_that_one_policy_could_not_be_tried_at_is_in_no_difference_with_it() {
        AblationReport report = report(solved(4, 2), solved(0, 0), solved(1), solved(4, 1));

        assertThat(report.families().get(0).adds().orElseThrow().tasks()).isEqualTo(1);
        assertThat(report.families().get(0).adds().orElseThrow().delta()).isEqualTo(0.75);
    }

    @Test
    void text_and_json_say_the_same() throws Exception {
        AblationText text = new AblationText(
                "run-1", 2, 2, 4, 6, 0, report(solved(4, 2), solved(0, 0), solved(1, 0), solved(4, 1)));

        assertThat(text.text())
                .contains("run-1, solver version 2, 2 validation tasks, 4 rollouts each of up to 6 edits")
                .contains("whole 0.750 6/8, untrained 0.000 0/8", "what to change: edit", "+0.625 [0.500 0.750]")
                .doesNotContain("left out");
        JsonNode json = ProtocolJson.mapper().readTree(text.json());
        assertThat(json.path("families")).hasSize(2);
        assertThat(json.path("families").path(0).path("adds").path("delta").asDouble())
                .isEqualTo(0.625);
        assertThat(json.path("whole").path("solved").asInt()).isEqualTo(6);
    }
}
