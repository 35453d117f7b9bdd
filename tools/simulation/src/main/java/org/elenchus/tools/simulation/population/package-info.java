/**
 * A population for measurements: repositories and skills whose histories are told in the entities' own events.
 * What each must answer after it has recovered follows from the numbers drawn for it, not from its events.
 */
@NullMarked
package org.elenchus.tools.simulation.population;

import org.jspecify.annotations.NullMarked;
