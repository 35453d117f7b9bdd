package org.elenchus.persistence;

import org.jspecify.annotations.Nullable;

/** A PostgreSQL database cannot be used as it is, or as it was named. No message holds a password. */
public final class DatabaseFault extends StorageFault {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Kind {
        /** The URL is not one of PostgreSQL's. */
        NOT_POSTGRES,
        /** The URL holds what must not be seen in lists of processes and logs. */
        SECRET_IN_URL,
        NO_CREDENTIALS,
        /** The file of credentials can be read by others. */
        EXPOSED_CREDENTIALS,
        /** Nobody answers there. */
        UNREACHABLE,
        /** Somebody answers, but not yet to clients. */
        STARTING,
        /** User or password are not accepted. */
        REFUSED,
        /** The server has no database of that name. */
        NO_DATABASE,
        /** The user may not do what is needed. */
        NO_RIGHTS,
        TOO_MANY_CONNECTIONS,
        /** Nothing was ever stored there. */
        EMPTY,
        /** Written by a newer version of this program. */
        NEWER,
        /** What the server said has no better name here. */
        FAILED
    }

    private final Kind kind;

    public DatabaseFault(Kind kind, String message) {
        this(kind, message, null);
    }

    public DatabaseFault(Kind kind, String message, @Nullable Throwable cause) {
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

    /** Whether it is the way the database was named that is wrong. */
    public boolean isUsage() {
        return kind == Kind.NOT_POSTGRES || kind == Kind.SECRET_IN_URL;
    }

    /** A server that starts, restarts or is crowded. */
    @Override
    public boolean isPassing() {
        return kind == Kind.UNREACHABLE || kind == Kind.STARTING || kind == Kind.TOO_MANY_CONNECTIONS;
    }
}
