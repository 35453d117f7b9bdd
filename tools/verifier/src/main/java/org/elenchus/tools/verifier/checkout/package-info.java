/**
 * Snapshots of declared repositories, and the checkouts made of them: one per execution, gone afterwards.
 * No version control, no links, nothing of an earlier execution.
 */
@NullMarked
package org.elenchus.tools.verifier.checkout;

import org.jspecify.annotations.NullMarked;
