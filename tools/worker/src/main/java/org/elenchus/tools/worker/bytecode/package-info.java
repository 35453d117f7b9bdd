/**
 * Instruments class files (a probe per source line, and the calls that untrusted code may not make), and grafts changed methods into them.
 * Bytes in, bytes out.
 */
@NullMarked
package org.elenchus.tools.worker.bytecode;

import org.jspecify.annotations.NullMarked;
