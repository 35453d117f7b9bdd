package org.elenchus.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.elenchus.persistence.DataFolderFault.Kind;
import org.h2.api.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DataFolderFaultsTest {
    private static final Path FOLDER = Path.of("/srv/elenchus");

    private static FileSystemException refusal(String reason) {
        return new FileSystemException(FOLDER.resolve("lock").toString(), null, reason);
    }

    private static SQLException h2(int code, String message) {
        return new SQLException(message, "90000", code);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(new AccessDeniedException("/srv/elenchus/lock"), Kind.NOT_WRITABLE, "change its permissions"),
                arguments(refusal("Read-only file system"), Kind.NOT_WRITABLE, "change its permissions"),
                arguments(new IOException("Permission denied"), Kind.NOT_WRITABLE, "change its permissions"),
                arguments(refusal("No space left on device"), Kind.FULL, "make room"),
                arguments(refusal("Disk quota exceeded"), Kind.FULL, "make room"),
                arguments(refusal("Input/output error"), Kind.DAMAGED, "Input/output error; give another"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void what_the_file_system_refuses_is_said_with_what_helps(IOException refusal, Kind kind, String said) {
        assertFault(DataFolderFaults.of(FOLDER, refusal), kind, said);
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                arguments(h2(ErrorCode.DATABASE_ALREADY_OPEN_1, "locked"), Kind.IN_USE, "wait until it ends"),
                arguments(h2(ErrorCode.DATABASE_IS_READ_ONLY, "read only"), Kind.NOT_WRITABLE, "permissions"),
                arguments(h2(ErrorCode.UNSUPPORTED_SETTING_COMBINATION, "r and rw"), Kind.NOT_WRITABLE, "permissions"),
                arguments(
                        h2(ErrorCode.IO_EXCEPTION_1, "IO Exception: \"No space left on device\""),
                        Kind.FULL,
                        "make room"),
                arguments(
                        h2(ErrorCode.IO_EXCEPTION_2, "IO Exception: \"Permission denied\"; \"/srv/elenchus/journal\""),
                        Kind.NOT_WRITABLE,
                        "permissions"),
                arguments(
                        h2(ErrorCode.FILE_VERSION_ERROR_1, "Unsupported database file version"),
                        Kind.NEWER,
                        "use the version of elenchus that wrote it"),
                arguments(
                        h2(ErrorCode.FILE_CORRUPTED_1, "File corrupted\nand more"),
                        Kind.DAMAGED,
                        "cannot be opened (File corrupted); restore it from a copy"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void what_h2_answers_is_said_with_what_helps(SQLException answer, Kind kind, String said) {
        assertFault(DataFolderFaults.of(FOLDER, answer), kind, said);
    }

    @Test
    void what_a_folder_is_called_is_no_reason() {
        Path folder = Path.of("/srv/quota/read-only");
        String file = folder.resolve("journal.mv.db").toString();

        assertThat(DataFolderFaults.of(folder, new FileSystemException(file, null, "Input/output error"))
                        .kind())
                .isEqualTo(Kind.DAMAGED);
        assertThat(DataFolderFaults.of(folder, h2(ErrorCode.IO_EXCEPTION_2, "IO Exception: \"No space left\"; " + file))
                        .kind())
                .isEqualTo(Kind.FULL);
    }

    private static void assertFault(DataFolderFault fault, Kind kind, String said) {
        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault).hasMessageContaining(FOLDER.toString()).hasMessageContaining(said);
        assertThat(fault.getMessage()).doesNotContain("\n");
    }
}
