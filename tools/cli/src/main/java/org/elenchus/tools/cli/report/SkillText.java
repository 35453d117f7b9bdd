package org.elenchus.tools.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedSet;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.skill.Skill;
import org.elenchus.protocol.skill.SkillProtocol.End;
import org.elenchus.protocol.skill.SkillProtocol.SkillRevised;
import org.elenchus.tools.cli.history.SkillRecord;
import org.elenchus.tools.cli.history.Words;

/** Skills for people and for scripts. */
public final class SkillText {
    private SkillText() {}

    public static String table(List<SkillRecord> skills) {
        Table table =
                new Table("skill", "versions", "traces", "mastery", "asked", "made", "admitted", "reward", "kind");
        for (SkillRecord skill : skills) {
            table.row(
                    skill.id().value(),
                    Integer.toString(skill.versions().size()),
                    Integer.toString(skill.traces()),
                    figure(skill.mastery()),
                    Integer.toString(skill.asked()),
                    Integer.toString(skill.proposed()),
                    Integer.toString(skill.ends().getOrDefault(End.ADMITTED, 0)),
                    figure(skill.meanReward()),
                    skill.active() ? skill.skill().map(s -> Words.of(s.kind())).orElse("") : "retired");
        }
        return table.render();
    }

    public static String text(SkillRecord skill) {
        StringBuilder text = new StringBuilder(skill.id().value()).append('\n');
        skill.skill().ifPresent(content -> text.append(content(content)));
        text.append("mastery: ")
                .append(figure(skill.mastery()))
                .append(" (")
                .append(skill.solved())
                .append(" of ")
                .append(skill.attempts())
                .append(" rollouts that met its conditions)\n");
        text.append(curriculum(skill));
        skill.retired()
                .ifPresent(reason -> text.append("retired: ").append(reason).append('\n'));
        skill.versions().forEach(version -> text.append(version(version)));
        return text.toString();
    }

    private static String content(Skill skill) {
        StringBuilder text = new StringBuilder();
        text.append(skill.name()).append(" (").append(Words.of(skill.kind())).append(")\n");
        text.append(skill.description()).append('\n');
        text.append("applies to: failures ")
                .append(anyOr(skill.failureKinds()))
                .append("; sites ")
                .append(anyOr(skill.contexts()))
                .append('\n');
        text.append("operations:\n");
        for (int i = 0; i < skill.operations().size(); i++) {
            Skill.Operation operation = skill.operations().get(i);
            text.append("  ").append(i + 1).append(". mend by ").append(operation.repair());
            text.append("; make tasks by ").append(operation.mutation()).append('\n');
        }
        return text.toString();
    }

    private static String curriculum(SkillRecord skill) {
        StringBuilder text = new StringBuilder("curriculum: ");
        text.append(skill.asked()).append(" asked, ").append(skill.proposed()).append(" made");
        skill.ends()
                .forEach((end, count) ->
                        text.append(", ").append(count).append(' ').append(Words.of(end)));
        skill.rejections()
                .forEach((gate, count) -> text.append("; gate ")
                        .append(Words.of(gate))
                        .append(" refused ")
                        .append(count));
        return text.append("; mean reward ")
                .append(figure(skill.meanReward()))
                .append('\n')
                .toString();
    }

    private static String version(SkillRevised version) {
        StringBuilder text = new StringBuilder("version ").append(version.version());
        text.append(", iteration ").append(version.iteration());
        text.append(": ")
                .append(version.solved())
                .append(" of ")
                .append(version.attempts())
                .append(" solved; caused by\n");
        version.causedBy().forEach(trace -> text.append("  ").append(trace).append('\n'));
        return text.toString();
    }

    public static ObjectNode json(SkillRecord skill) {
        ObjectNode json = ProtocolJson.mapper().createObjectNode();
        json.put("id", skill.id().value()).put("active", skill.active());
        skill.skill()
                .ifPresent(content -> json.set("skill", ProtocolJson.mapper().valueToTree(content)));
        json.put("traces", skill.traces()).put("attempts", skill.attempts()).put("solved", skill.solved());
        skill.mastery().ifPresent(mastery -> json.put("mastery", mastery));
        json.put("asked", skill.asked()).put("made", skill.proposed());
        counts(json.putObject("ends"), skill.ends());
        counts(json.putObject("rejected"), skill.rejections());
        skill.meanReward().ifPresent(reward -> json.put("meanReward", reward));
        skill.retired().ifPresent(reason -> json.put("retired", reason));
        ArrayNode versions = json.putArray("versions");
        skill.versions().forEach(version -> versions.add(ProtocolJson.mapper().<ObjectNode>valueToTree(version)));
        return json;
    }

    private static void counts(ObjectNode json, Map<? extends Enum<?>, Integer> counts) {
        counts.forEach((key, count) -> json.put(key.name().toLowerCase(Locale.ROOT), count));
    }

    private static String anyOr(SortedSet<String> names) {
        return names.isEmpty() ? "of any kind" : String.join(", ", (Collection<String>) names);
    }

    private static String figure(OptionalDouble value) {
        return value.isPresent() ? Figures.fraction(value.getAsDouble()) : Figures.NONE;
    }
}
