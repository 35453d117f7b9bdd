/**
 * {@code elenchus mine}: real bugs from the releases of published libraries and the commits of repositories.
 * Makes the tasks of a list again, or searches for new ones.
 */
@NullMarked
package org.elenchus.tools.cli.mine;

import org.jspecify.annotations.NullMarked;
