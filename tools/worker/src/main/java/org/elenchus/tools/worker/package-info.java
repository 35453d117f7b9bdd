/**
 * The worker process: takes orders on standard input, answers on standard output.
 * Runs untrusted code; has no dependency but the JDK, ASM and JUnit.
 */
@NullMarked
package org.elenchus.tools.worker;

import org.jspecify.annotations.NullMarked;
