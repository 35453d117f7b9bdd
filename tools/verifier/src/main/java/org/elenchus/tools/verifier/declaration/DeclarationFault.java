package org.elenchus.tools.verifier.declaration;

/** A declaration cannot be used. The message says what is wrong with it and what to write instead. */
public final class DeclarationFault extends Exception {
    private static final long serialVersionUID = 1L;

    public DeclarationFault(String message) {
        super(message);
    }

    public DeclarationFault(String message, Throwable cause) {
        super(message, cause);
    }
}
