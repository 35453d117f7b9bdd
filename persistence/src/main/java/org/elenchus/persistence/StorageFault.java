package org.elenchus.persistence;

import org.jspecify.annotations.Nullable;

/** What is kept cannot be read or written as things are. The message says what is wrong and what to do about it. */
public abstract sealed class StorageFault extends Exception permits DataFolderFault, DatabaseFault {
    private static final long serialVersionUID = 1L;

    StorageFault(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Whether nothing was ever stored there. */
    public abstract boolean isEmpty();

    /** Whether it may pass by itself soon, so that asking again helps. */
    public abstract boolean isPassing();
}
