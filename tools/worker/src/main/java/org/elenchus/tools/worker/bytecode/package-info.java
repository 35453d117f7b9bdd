/**
 * Instruments class files: a probe per source line, and the calls that untrusted code may not make.
 * Bytes in, bytes out.
 */
@NullMarked
package org.elenchus.tools.worker.bytecode;

import org.jspecify.annotations.NullMarked;
