/**
 * The evolve command: from what was typed to a run that is watched until it ends.
 * Everything is checked before anything is written.
 */
@NullMarked
package org.elenchus.tools.cli.evolve;

import org.jspecify.annotations.NullMarked;
