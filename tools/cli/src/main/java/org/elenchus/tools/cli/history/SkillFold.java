package org.elenchus.tools.cli.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.elenchus.protocol.skill.BuiltInSkills;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProtocol;
import org.elenchus.protocol.skill.SkillProtocol.Outcome;
import org.elenchus.protocol.skill.SkillProtocol.SkillRevised;
import org.jspecify.annotations.Nullable;

/** One Skill entity's events, taken in one by one. */
final class SkillFold {
    private @Nullable SkillId id;
    private final List<SkillRevised> versions = new ArrayList<>();
    private final SortedSet<String> traces = new TreeSet<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private int attempts;
    private int solved;
    private int asked;
    private int proposed;

    void apply(SkillProtocol.Event event) {
        switch (event) {
            case SkillRevised revised -> {
                id = revised.skill().id();
                versions.add(revised);
                observe(revised.causedBy(), revised.attempts(), revised.solved());
            }
            case SkillProtocol.TracesObserved observed ->
                observe(observed.traces(), observed.attempts(), observed.solved());
            case SkillProtocol.TasksRequested requested -> asked += requested.count();
            case SkillProtocol.TasksProposed made -> {
                proposed += made.candidates().size();
                made.candidates().stream().findFirst().ifPresent(first -> id = first.skill());
            }
            case SkillProtocol.OutcomesRecorded recorded -> outcomes.addAll(recorded.outcomes());
        }
    }

    private void observe(List<String> supporting, int more, int solvedOfThem) {
        traces.addAll(supporting);
        attempts += more;
        solved += solvedOfThem;
    }

    /** Absent while nothing has told the skill's name. */
    Optional<SkillRecord> record(SortedSet<SkillId> active, Map<SkillId, String> retired) {
        SkillId known = id;
        if (known == null) {
            return Optional.empty();
        }
        return Optional.of(new SkillRecord(
                known,
                versions,
                traces.size(),
                attempts,
                solved,
                asked,
                proposed,
                outcomes,
                active.contains(known) || BuiltInSkills.find(known).isPresent(),
                Optional.ofNullable(retired.get(known))));
    }
}
