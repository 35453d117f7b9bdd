/**
 * Whether an edit the solver could make brings a wanted text back, and if none does, why.
 * Only measurements look here: a solver never sees what is wanted.
 */
@NullMarked
package org.elenchus.tools.repair.mending;

import org.jspecify.annotations.NullMarked;
