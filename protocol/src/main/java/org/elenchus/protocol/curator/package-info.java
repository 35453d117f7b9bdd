/**
 * What the SkillCurator entity understands, answers and remembers:
 * distillation of traces into the registry of skills.
 */
@NullMarked
package org.elenchus.protocol.curator;

import org.jspecify.annotations.NullMarked;
