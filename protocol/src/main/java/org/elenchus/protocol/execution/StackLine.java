package org.elenchus.protocol.execution;

import org.elenchus.protocol.Printable;

/** One line of a stack trace: class, method, and the source line (0 where unknown). */
public record StackLine(String className, String method, int line) {
    public StackLine {
        className = Printable.of(className);
        method = Printable.of(method);
    }
}
