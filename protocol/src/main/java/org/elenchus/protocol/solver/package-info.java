/**
 * What the Solver entity understands, answers and remembers:
 * attempts at tasks, scores by gradient alignment, and policy updates.
 */
@NullMarked
package org.elenchus.protocol.solver;

import org.jspecify.annotations.NullMarked;
