package org.elenchus.protocol.skill;

/** An active skill as the run sees it. @param coverage distinct supporting traces; @param mastery solve rate in 0..1 over rollouts that met its conditions */
public record SkillRef(SkillId id, int version, int coverage, double mastery) {}
