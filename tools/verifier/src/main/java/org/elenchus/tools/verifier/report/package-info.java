/**
 * Reports that test commands leave behind, read as what they are: files that untrusted code wrote.
 * Everything has a cap, and what is odd is refused, never guessed at.
 */
@NullMarked
package org.elenchus.tools.verifier.report;

import org.jspecify.annotations.NullMarked;
