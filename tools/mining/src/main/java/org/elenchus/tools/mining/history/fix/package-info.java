/**
 * Human fixes as tasks see them: which lines to take back, what they need to compile, and what kind of fix it was.
 * Pure.
 */
@NullMarked
package org.elenchus.tools.mining.history.fix;

import org.jspecify.annotations.NullMarked;
