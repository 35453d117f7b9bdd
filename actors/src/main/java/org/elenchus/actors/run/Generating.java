package org.elenchus.actors.run;

import java.util.List;
import org.elenchus.actors.run.Request.Propose;
import org.elenchus.protocol.learning.Role;
import org.elenchus.protocol.skill.SkillRef;
import org.elenchus.protocol.task.Pool;

/** Asks the skills for candidates in the training repositories. */
final class Generating {
    private Generating() {}

    static List<Request> requests(Started s) {
        List<SkillRef> skills = s.work().skills().orElse(List.of());
        return Allocation.of(skills, Agenda.train(s), s.spec().candidatesPerIteration()).stream()
                .<Request>map(share -> new Propose(
                        Ids.generate(s.at().iteration(), Agenda.name(s, share.repository()), share.skill()),
                        share.skill(),
                        Pool.TRAIN,
                        share.repository(),
                        s.repository(share.repository()).snapshot(),
                        share.count(),
                        s.policy(Role.GENERATOR),
                        s.taken(share.repository())))
                .toList();
    }
}
