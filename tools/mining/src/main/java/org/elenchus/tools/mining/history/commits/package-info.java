/**
 * Commits of a git repository as pairs of versions, each with its first parent: which of them are worth being built and searched, and
 * why the others are not.
 */
@NullMarked
package org.elenchus.tools.mining.history.commits;

import org.jspecify.annotations.NullMarked;
