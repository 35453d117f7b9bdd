/** Second-order tasks (SSR, arXiv 2512.18552): what an earlier attempt left behind is part of what is broken. */
@NullMarked
package org.elenchus.tools.repair.secondorder;

import org.jspecify.annotations.NullMarked;
