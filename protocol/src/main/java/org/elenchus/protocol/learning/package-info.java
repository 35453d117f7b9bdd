/**
 * Settings and summaries of learning: rewards, estimators, policy versions.
 * The mathematics itself lives with the actors.
 */
@NullMarked
package org.elenchus.protocol.learning;

import org.jspecify.annotations.NullMarked;
