/**
 * What failing tests show: kinds of failure and hints in their messages.
 * Read from observed results only.
 */
@NullMarked
package org.elenchus.tools.repair.symptom;

import org.jspecify.annotations.NullMarked;
