/**
 * Scripted stand-ins for the ports, for tests of actors and gates.
 * They keep the ports' contracts (memoised outcomes, order of results, faults apart from failures) but run no code.
 */
@NullMarked
package org.elenchus.actors.testing;

import org.jspecify.annotations.NullMarked;
