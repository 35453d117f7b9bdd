/**
 * Rates over tasks with their uncertainty.
 * Pure; resampling is keyed, so the same outcomes give the same interval.
 */
@NullMarked
package org.elenchus.actors.evaluation;

import org.jspecify.annotations.NullMarked;
