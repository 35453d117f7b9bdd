package org.elenchus.protocol.task;

/**
 * One step of how a task's broken state was made.
 *
 * @param operator name of the mutation operator
 * @param context syntactic context of the site
 * @param path main source file
 * @param line 1-based line in the original
 * @param symbol enclosing method, {@code Type.method}
 */
public record Mutation(String operator, String context, String path, int line, String symbol) {}
