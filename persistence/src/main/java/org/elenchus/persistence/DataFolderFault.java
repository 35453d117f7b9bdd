package org.elenchus.persistence;

/** The data folder cannot be used as it is. The message says what is wrong and what to do about it. */
public final class DataFolderFault extends StorageFault {
    private static final long serialVersionUID = 1L;

    /** What is wrong with the folder. */
    public enum Kind {
        /** Nothing was ever stored there. */
        EMPTY,
        NOT_A_FOLDER,
        NOT_WRITABLE,
        FULL,
        /** Another process works on it. */
        IN_USE,
        /** Written by a newer version of this program. */
        NEWER,
        DAMAGED
    }

    private final Kind kind;

    public DataFolderFault(Kind kind, String message) {
        super(message, null);
        this.kind = kind;
    }

    public DataFolderFault(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public boolean isEmpty() {
        return kind == Kind.EMPTY;
    }

    @Override
    public boolean isPassing() {
        return false;
    }
}
