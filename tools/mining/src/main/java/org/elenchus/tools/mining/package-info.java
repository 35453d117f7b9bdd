/**
 * Repositories under study: fetched, staged, built, measured and kept.
 * An adapter of the Repositories port; the packages below hold one step each.
 */
@NullMarked
package org.elenchus.tools.mining;

import org.jspecify.annotations.NullMarked;
