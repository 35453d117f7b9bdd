package org.elenchus.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.elenchus.persistence.DatabaseFault.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
    @TempDir
    Path folder;

    @Test
    void come_from_the_environment() throws Exception {
        Credentials found = Credentials.of(Map.of("ELENCHUS_DB_USER", "me", "ELENCHUS_DB_PASSWORD", "secret"));

        assertThat(found.user()).isEqualTo("me");
        assertThat(found.password()).isEqualTo("secret");
        assertThat(found).asString().doesNotContain("secret");
    }

    @Test
    void need_a_user() {
        assertFault(Kind.NO_CREDENTIALS, Map.of("ELENCHUS_DB_PASSWORD", "secret"), "set ELENCHUS_DB_USER");
    }

    @Test
    void come_from_a_file_of_the_owners_alone() throws Exception {
        Credentials found = Credentials.of(file("rw-------", "user = me\npassword = s e c r e t\n"));

        assertThat(found.user()).isEqualTo("me");
        assertThat(found.password()).isEqualTo("s e c r e t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw----r--", "rw-rw----", "rw-----w-"})
    void are_refused_in_a_file_that_others_may_read_or_write(String permissions) throws Exception {
        Path file = file(permissions, "user=me\npassword=secret\n");

        assertFile(Kind.EXPOSED_CREDENTIALS, file, "chmod 600 " + file);
    }

    @Test
    void say_what_a_file_lacks() throws Exception {
        assertFile(Kind.NO_CREDENTIALS, folder.resolve("none"), "cannot be read");
        assertFile(Kind.NO_CREDENTIALS, file("rw-------", "password=secret\n"), "user=NAME");
    }

    private Path file(String permissions, String text) throws Exception {
        Path file = Files.writeString(folder.resolve("credentials"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static void assertFault(Kind kind, Map<String, String> environment, String said) {
        assertThatThrownBy(() -> Credentials.of(environment))
                .isInstanceOfSatisfying(
                        DatabaseFault.class, fault -> assertThat(fault.kind()).isEqualTo(kind))
                .hasMessageContaining(said)
                .hasMessageNotContaining("secret");
    }

    private static void assertFile(Kind kind, Path file, String said) {
        assertThatThrownBy(() -> Credentials.of(file))
                .isInstanceOfSatisfying(
                        DatabaseFault.class, fault -> assertThat(fault.kind()).isEqualTo(kind))
                .hasMessageContaining(said)
                .hasMessageNotContaining("secret");
    }
}
