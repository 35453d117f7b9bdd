/**
 * Agent skills: conditions, ordered operations and the traces that caused each version.
 * Skills steer the generator.
 */
@NullMarked
package org.elenchus.protocol.skill;

import org.jspecify.annotations.NullMarked;
