/**
 * The Skill entity and its TaskGenerator children.
 * A skill evolves on trace messages and keeps its own curriculum.
 */
@NullMarked
package org.elenchus.actors.skill;

import org.jspecify.annotations.NullMarked;
