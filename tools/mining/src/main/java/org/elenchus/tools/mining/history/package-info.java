/**
 * Real bugs out of releases and commits: which are looked at, and where their older sources come from.
 * The packages below compare, search and record.
 */
@NullMarked
package org.elenchus.tools.mining.history;

import org.jspecify.annotations.NullMarked;
