/**
 * The mutation and repair operators: one vocabulary, every operator with the one that undoes it.
 * All edits are text splices enumerated at one place.
 */
@NullMarked
package org.elenchus.tools.repair.operators;

import org.jspecify.annotations.NullMarked;
