/**
 * The search for real bugs in one pair of releases: what the newer tests say of the whole older code, and of the newer code with little
 * taken back.
 */
@NullMarked
package org.elenchus.tools.mining.history.search;

import org.jspecify.annotations.NullMarked;
