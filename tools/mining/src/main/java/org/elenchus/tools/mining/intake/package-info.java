/**
 * The door through which foreign sources come in: archives and folders,
 * checked entry by entry against names and sizes that could do harm.
 */
@NullMarked
package org.elenchus.tools.mining.intake;

import org.jspecify.annotations.NullMarked;
