package org.elenchus.tools.simulation.script;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.elenchus.actors.port.SkillDistiller;
import org.elenchus.protocol.skill.Skill;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProposal;
import org.elenchus.protocol.trace.Trace;

/** One skill per operator whose damage was met. */
public final class ScriptedSkills implements SkillDistiller {
    @Override
    public List<SkillProposal> distil(List<Evidence> evidence) {
        SortedMap<String, List<Evidence>> byOperator = new TreeMap<>();
        evidence.forEach(one -> byOperator
                .computeIfAbsent(one.task().mutations().get(0).operator(), operator -> new ArrayList<>())
                .add(one));
        return byOperator.entrySet().stream()
                .map(entry -> proposal(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static SkillProposal proposal(String operator, List<Evidence> met) {
        TreeSet<String> contexts = new TreeSet<>();
        met.forEach(one -> contexts.add(one.task().mutations().get(0).context()));
        List<Trace> traces =
                met.stream().flatMap(one -> one.group().traces().stream()).toList();
        Skill skill = new Skill(
                new SkillId("mend-" + operator),
                "Mend " + operator,
                "Undo it.",
                Skill.Kind.REPAIR_STRATEGY,
                new TreeSet<>(List.of("assertion-" + operator)),
                contexts,
                List.of(new Skill.Operation("undo-" + operator, operator)));
        return new SkillProposal(skill, traces.stream().map(Trace::id).sorted().toList(), traces.size(), (int)
                traces.stream().filter(Trace::isSolved).count());
    }
}
