package org.elenchus.actors.run;

import java.util.List;
import org.elenchus.actors.run.Request.Propose;
import org.elenchus.protocol.learning.Role;
import org.elenchus.protocol.skill.BuiltInSkills;
import org.elenchus.protocol.skill.SkillRef;
import org.elenchus.protocol.task.Pool;

/** Asks the skills for candidates in the training repositories. */
final class Generating {
    private Generating() {}

    static List<Request> requests(Started s) {
        return Allocation.of(skills(s), Agenda.train(s), s.spec().candidatesPerIteration()).stream()
                .<Request>map(share -> new Propose(
                        Ids.generate(s.at().iteration(), Agenda.name(s, share.repository()), share.skill()),
                        share.skill(),
                        Pool.TRAIN,
                        share.repository(),
                        s.repository(share.repository()).snapshot(),
                        share.count(),
                        s.policy(Role.GENERATOR),
                        s.taken(share.repository()),
                        BuiltInSkills.buildsOnAttempts(share.skill())
                                ? Attempts.failed(s, share.repository())
                                : List.of()))
                .toList();
    }

    /** The registry's skills, or those given: nothing is known of how well these are mastered, so they share alike. */
    private static List<SkillRef> skills(Started s) {
        return s.spec().distils()
                ? s.work().skills().orElse(List.of())
                : s.spec().givenSkills().stream()
                        .map(id -> new SkillRef(id, 0, 0, 0))
                        .toList();
    }
}
