/**
 * Traces (trajectories) of a solver's rollouts, with every choice and its log-probability.
 * A group holds the K rollouts of one task under one policy.
 */
@NullMarked
package org.elenchus.protocol.trace;

import org.jspecify.annotations.NullMarked;
