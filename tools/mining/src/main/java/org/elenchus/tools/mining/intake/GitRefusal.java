package org.elenchus.tools.mining.intake;

/** git said no, or said something odd. */
final class GitRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    GitRefusal(String message) {
        super(message);
    }
}
