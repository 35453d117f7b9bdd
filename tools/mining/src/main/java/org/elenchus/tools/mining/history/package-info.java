/**
 * Real bugs out of the releases of published libraries: which releases are looked at, and where their older sources come from.
 * The packages below compare, search and record.
 */
@NullMarked
package org.elenchus.tools.mining.history;

import org.jspecify.annotations.NullMarked;
