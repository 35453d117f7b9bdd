/**
 * What a method says, whatever its wording: early returns or branches, locals or what they stand for, messages or none.
 * Used to tell whether an edit makes a fix; no solver sees it.
 */
@NullMarked
package org.elenchus.tools.repair.meaning;

import org.jspecify.annotations.NullMarked;
