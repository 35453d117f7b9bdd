/**
 * The Solver entity: the policy in both its roles and every version of it.
 * Rollouts are work for slots; scoring and training run beside the actor.
 */
@NullMarked
package org.elenchus.actors.solver;

import org.jspecify.annotations.NullMarked;
