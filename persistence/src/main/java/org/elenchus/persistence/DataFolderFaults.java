package org.elenchus.persistence;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.elenchus.persistence.DataFolderFault.Kind;
import org.h2.api.ErrorCode;

/** What the file system and H2 say, in terms a user can act on. */
final class DataFolderFaults {
    private DataFolderFaults() {}

    static DataFolderFault of(Path folder, IOException e) {
        // A message names the file, too.
        String said =
                String.valueOf(e.getMessage()).replace(folder.toString(), "").toLowerCase(Locale.ROOT);
        if (e instanceof AccessDeniedException || said.contains("read-only") || said.contains("permission denied")) {
            return notWritable(folder);
        }
        if (said.contains("no space") || said.contains("quota")) {
            return full(folder);
        }
        return new DataFolderFault(
                Kind.DAMAGED, "cannot use the data folder " + folder + ": " + e.getMessage() + "; give another", e);
    }

    static DataFolderFault of(Path folder, SQLException e) {
        return switch (e.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> inUse(folder, "");
            case ErrorCode.UNSUPPORTED_SETTING_COMBINATION, ErrorCode.DATABASE_IS_READ_ONLY -> notWritable(folder);
            case ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2 -> of(folder, new IOException(firstLine(e), e));
            case ErrorCode.FILE_VERSION_ERROR_1 ->
                new DataFolderFault(
                        Kind.NEWER,
                        "the journal in " + folder + " has a file format this version does not know;"
                                + " use the version of elenchus that wrote it, or another data folder",
                        e);
            default ->
                new DataFolderFault(
                        Kind.DAMAGED,
                        "the journal in " + folder + " cannot be opened (" + firstLine(e)
                                + "); restore it from a copy, or use another data folder",
                        e);
        };
    }

    static DataFolderFault notWritable(Path folder) {
        return new DataFolderFault(
                Kind.NOT_WRITABLE,
                "cannot write to " + folder + "; change its permissions, or give a writable folder with --data");
    }

    static DataFolderFault full(Path folder) {
        return new DataFolderFault(
                Kind.FULL,
                "the disk of " + folder + " has less than " + (DataFolder.REQUIRED_SPACE >> 20)
                        + " MB free; make room, or give a folder on another disk with --data");
    }

    static DataFolderFault inUse(Path folder, String owner) {
        return new DataFolderFault(
                Kind.IN_USE,
                "the data folder " + folder + " is in use by another process"
                        + (owner.isEmpty() ? "" : " (" + owner + ")")
                        + "; wait until it ends, or give another folder with --data");
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
