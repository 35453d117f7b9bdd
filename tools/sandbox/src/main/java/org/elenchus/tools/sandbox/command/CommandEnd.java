package org.elenchus.tools.sandbox.command;

/** How a command ended. Nothing of it runs any more. */
public sealed interface CommandEnd {
    /** By itself. @param status its exit status, 128 + signal for a signal; @param lastWords the end of what it printed */
    record Exited(int status, String lastWords) implements CommandEnd {}

    /** It took too much time, of the clock or of the processor, and was killed. */
    record OutOfTime() implements CommandEnd {}

    /** It printed too much and was killed. */
    record TooLoud() implements CommandEnd {}
}
