package org.elenchus.tools.mining.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFolderTest {
    @TempDir
    Path folder;

    @Test
    void does_not_follow_symbolic_links() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.java"), "class Secret {}");
        Path tree = Files.createDirectories(folder.resolve("tree"));
        Files.createSymbolicLink(tree.resolve("Link.java"), secret);
        Files.writeString(tree.resolve("Real.java"), "class Real {}");
        new SourceFolder(tree).copySources(folder.resolve("out"), IntakeLimits.DEFAULT);
        assertThat(folder.resolve("out/Real.java")).exists();
        assertThat(folder.resolve("out/Link.java")).doesNotExist();
    }

    @Test
    void takes_java_files_among_resources_as_data() throws Exception {
        Path tree = Files.createDirectories(folder.resolve("tree/x"));
        Files.writeString(tree.resolve("Template.java"), "not even java");
        new SourceFolder(folder.resolve("tree")).copyResources(folder.resolve("out"), IntakeLimits.DEFAULT);
        assertThat(folder.resolve("out/x/Template.java")).exists();
        new SourceFolder(folder.resolve("absent")).copySources(folder.resolve("out2"), IntakeLimits.DEFAULT);
        assertThat(folder.resolve("out2")).doesNotExist();
    }

    @Test
    void stops_at_its_limits() throws Exception {
        Path tree = Files.createDirectories(folder.resolve("tree"));
        Files.write(tree.resolve("Large.java"), new byte[2_000]);
        assertThatThrownBy(() -> new SourceFolder(tree)
                        .copySources(folder.resolve("out"), new IntakeLimits(10, 1_000, 5_000, 10, 600)))
                .hasMessageContaining("larger than 1000 bytes");
    }
}
