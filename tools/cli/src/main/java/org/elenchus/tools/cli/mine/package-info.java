/**
 * {@code elenchus mine}: real bugs from the release history of published libraries.
 * Makes the tasks of a list again, or searches for new ones.
 */
@NullMarked
package org.elenchus.tools.cli.mine;

import org.jspecify.annotations.NullMarked;
