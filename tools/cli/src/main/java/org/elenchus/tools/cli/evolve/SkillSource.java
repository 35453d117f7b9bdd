package org.elenchus.tools.cli.evolve;

import java.util.List;
import org.elenchus.protocol.skill.BuiltInSkills;
import org.elenchus.protocol.skill.Skill;
import org.elenchus.protocol.skill.SkillId;

/** Where the skills that guide the generator come from. */
public enum SkillSource {
    /** From the solver's traces. */
    DISTILLED(List.of()),
    /** Written by hand, and as they are for good. */
    WRITTEN(BuiltInSkills.WRITTEN),
    /** Code is taken away. */
    REMOVAL(List.of(BuiltInSkills.REMOVAL)),
    /** Code is taken away, and what a release changed is taken back. */
    REVERSION(List.of(BuiltInSkills.REMOVAL, BuiltInSkills.REVERSION)),
    /** The same, and patches that failed are left in. */
    SSR(List.of(BuiltInSkills.REMOVAL, BuiltInSkills.REVERSION, BuiltInSkills.SECOND_ORDER)),
    /** Any operator at any site. */
    NONE(List.of(BuiltInSkills.UNGUIDED));

    private final List<SkillId> given;

    SkillSource(List<Skill> given) {
        this.given = given.stream().map(Skill::id).toList();
    }

    /** The skills that are given; none where traces teach them. */
    public List<SkillId> given() {
        return given;
    }
}
