/**
 * The trusted tests of a snapshot and the lines they reach,
 * on disk and, inverted, in memory.
 */
@NullMarked
package org.elenchus.tools.mining.inventory;

import org.jspecify.annotations.NullMarked;
