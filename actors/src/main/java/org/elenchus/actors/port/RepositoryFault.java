package org.elenchus.actors.port;

/** The repository cannot be used as it is. The message says what is wrong and what to do about it. */
public final class RepositoryFault extends Exception {
    private static final long serialVersionUID = 1L;

    public RepositoryFault(String message) {
        super(message);
    }

    public RepositoryFault(String message, Throwable cause) {
        super(message, cause);
    }
}
