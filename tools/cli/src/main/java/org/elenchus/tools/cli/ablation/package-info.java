/** {@code elenchus solver ablate}: what a trained policy solves without one family of its features, and with that family alone. */
@NullMarked
package org.elenchus.tools.cli.ablation;

import org.jspecify.annotations.NullMarked;
