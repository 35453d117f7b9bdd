/**
 * Whether the solver could make the edit that mends, for planted breaks and for real fixes.
 * Knows what is wanted, which a solver never does.
 */
@NullMarked
package org.elenchus.tools.cli.bench.reach;

import org.jspecify.annotations.NullMarked;
