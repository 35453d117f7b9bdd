package org.elenchus.tools.cli.history;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.elenchus.protocol.skill.BuiltInSkills;
import org.elenchus.protocol.skill.Skill;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProtocol.End;
import org.elenchus.protocol.skill.SkillProtocol.Outcome;
import org.elenchus.protocol.skill.SkillProtocol.SkillRevised;
import org.elenchus.protocol.task.Gate;

/**
 * A skill's life.
 *
 * @param versions oldest first
 * @param traces distinct supporting traces
 * @param attempts rollouts that met its conditions; @param solved how many of them were solved
 * @param asked candidates asked for; @param proposed candidates made
 * @param active whether the registry holds it now; @param retired why it left
 */
public record SkillRecord(
        SkillId id,
        List<SkillRevised> versions,
        int traces,
        int attempts,
        int solved,
        int asked,
        int proposed,
        List<Outcome> outcomes,
        boolean active,
        Optional<String> retired) {
    public SkillRecord {
        versions = List.copyOf(versions);
        outcomes = List.copyOf(outcomes);
    }

    /** The newest version's content, or what is built in. */
    public Optional<Skill> skill() {
        return versions.isEmpty()
                ? BuiltInSkills.find(id)
                : Optional.of(versions.get(versions.size() - 1).skill());
    }

    /** Solve rate over the rollouts that met its conditions, in 0..1. */
    public OptionalDouble mastery() {
        return attempts == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) solved / attempts);
    }

    /** How its candidates ended. */
    public Map<End, Integer> ends() {
        Map<End, Integer> ends = new EnumMap<>(End.class);
        outcomes.forEach(outcome -> ends.merge(outcome.end(), 1, Integer::sum));
        return ends;
    }

    /** Which gates refused its candidates. */
    public Map<Gate, Integer> rejections() {
        Map<Gate, Integer> gates = new EnumMap<>(Gate.class);
        outcomes.forEach(outcome -> outcome.gate().ifPresent(gate -> gates.merge(gate, 1, Integer::sum)));
        return gates;
    }

    /** Mean reward of its scored candidates. */
    public OptionalDouble meanReward() {
        List<Double> rewards = new ArrayList<>();
        outcomes.forEach(outcome -> outcome.reward().ifPresent(rewards::add));
        return rewards.stream().mapToDouble(Double::doubleValue).average();
    }
}
