/**
 * The embedded task author: draws mutations of a repository that a skill asks for.
 * Pure given the repository, the policy and the draw key.
 */
@NullMarked
package org.elenchus.tools.repair.author;

import org.jspecify.annotations.NullMarked;
