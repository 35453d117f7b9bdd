/**
 * Finds and runs tests, one at a time and each on its own fuel, and says what became of them.
 * Drives the JUnit Platform, and calls tests that need nothing of it directly.
 */
@NullMarked
package org.elenchus.tools.worker.run;

import org.jspecify.annotations.NullMarked;
