package org.elenchus.protocol.execution;

import java.util.List;
import org.elenchus.protocol.Printable;

/**
 * What a failing test showed. Characters that would not be seen as they are (control, format) are written as escapes.
 *
 * @param exception binary name of the thrown class
 * @param message its message, cut to 400 characters, identity hashes removed
 * @param stack the frames inside the repository, innermost first, at most 20
 */
public record Failure(String exception, String message, List<StackLine> stack) {
    public Failure {
        exception = Printable.of(exception);
        message = Printable.of(message);
        stack = List.copyOf(stack);
    }
}
