/**
 * The four gates: format, grounding, execution, semantics. Each is tried only if the one before passed.
 * Everything a verdict rests on is kept as evidence, and evidence holds nothing that a second run could not repeat.
 */
@NullMarked
package org.elenchus.actors.gates;

import org.jspecify.annotations.NullMarked;
