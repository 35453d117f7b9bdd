/**
 * What a repository says of itself in {@code elenchus.json}: its main sources, its test command, its report, its limits.
 * Read strictly: what is not understood is refused, with the reason.
 */
@NullMarked
package org.elenchus.tools.verifier.declaration;

import org.jspecify.annotations.NullMarked;
