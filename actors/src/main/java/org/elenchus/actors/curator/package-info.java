/**
 * The SkillCurator entity: the Agent Skill Registry.
 * What is proposed, merged, filtered and retired is decided by pure functions.
 */
@NullMarked
package org.elenchus.actors.curator;

import org.jspecify.annotations.NullMarked;
