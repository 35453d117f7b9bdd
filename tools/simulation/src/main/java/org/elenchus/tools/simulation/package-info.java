/**
 * Whole runs of the real actors on a machine of the program's own, under faults drawn from a seed.
 * A schedule that breaks an invariant is named by its seed and can be played again, message by message.
 */
@NullMarked
package org.elenchus.tools.simulation;

import org.jspecify.annotations.NullMarked;
