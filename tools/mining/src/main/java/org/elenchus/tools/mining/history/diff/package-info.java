/**
 * What changed between two releases of a source file, comments, white space and imports left aside.
 * Pure: texts in, changed lines out.
 */
@NullMarked
package org.elenchus.tools.mining.history.diff;

import org.jspecify.annotations.NullMarked;
