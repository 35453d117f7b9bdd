/**
 * The mathematics of learning: log-linear policy, advantages, clipped surrogate, alignment, Adam.
 * Pure and JDK-only; StrictMath throughout, so that the same seed gives the same weights on every machine.
 */
@NullMarked
package org.elenchus.actors.learning;

import org.jspecify.annotations.NullMarked;
