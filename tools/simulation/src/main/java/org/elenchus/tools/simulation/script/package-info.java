/**
 * The agents of a simulated run, as pure functions of what they are asked.
 * Policies, choices and learning are real; no code is executed.
 */
@NullMarked
package org.elenchus.tools.simulation.script;

import org.jspecify.annotations.NullMarked;
