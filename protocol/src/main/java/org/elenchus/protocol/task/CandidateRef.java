package org.elenchus.protocol.task;

import org.elenchus.protocol.Digest;
import org.elenchus.protocol.skill.SkillId;

/** A candidate by id. @param artifact digest of the {@link CandidateTask}; @param content see {@link CandidateTask#content()} */
public record CandidateRef(String id, SkillId skill, Digest artifact, Digest content) {}
