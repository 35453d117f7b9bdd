/**
 * What this machine offers, and what is and is not enforced on it.
 * Reads only.
 */
@NullMarked
package org.elenchus.tools.cli.doctor;

import org.jspecify.annotations.NullMarked;
