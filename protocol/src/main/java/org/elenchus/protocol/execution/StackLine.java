package org.elenchus.protocol.execution;

/** One line of a stack trace: class, method, and the source line (0 where unknown). */
public record StackLine(String className, String method, int line) {}
