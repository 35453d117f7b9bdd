package org.elenchus.protocol.execution;

import java.util.List;

/**
 * What a failing test showed.
 *
 * @param exception binary name of the thrown class
 * @param message its message, cut to 400 characters, identity hashes removed
 * @param stack the frames inside the repository, innermost first, at most 20
 */
public record Failure(String exception, String message, List<StackLine> stack) {
    public Failure {
        stack = List.copyOf(stack);
    }
}
