package org.elenchus.tools.verifier.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.elenchus.tools.verifier.declaration.ReportPlace.Format;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {
    private static final String ONE = "<testsuite><testcase classname='c' name='t'/></testsuite>";

    @TempDir
    Path root;

    private Path folder;

    @BeforeEach
    void make() throws Exception {
        folder = Files.createDirectory(root.resolve("report"));
    }

    private Report read() throws Exception {
        return new ReportFolder(folder, Format.JUNIT_XML, 1_000).read(new Wording(List.of()));
    }

    @Test
    void all_reports_of_a_folder_count_and_other_files_do_not() throws Exception {
        Files.writeString(folder.resolve("a.xml"), ONE);
        Files.writeString(folder.resolve("b.xml"), ONE.replace("'t'", "'u'"));
        Files.writeString(folder.resolve("c.txt"), "rubbish");

        assertThat(read().outcomes()).hasSize(2);
    }

    @Test
    void no_report_is_no_pass() throws Exception {
        assertThatThrownBy(this::read).isInstanceOf(ReportFault.class);
        Files.delete(folder);
        assertThatThrownBy(this::read).isInstanceOf(ReportFault.class);
    }

    @Test
    void a_link_in_place_of_a_report_is_not_followed() throws Exception {
        Path elsewhere = Files.writeString(root.resolve("elsewhere.xml"), ONE);
        Files.createSymbolicLink(folder.resolve("a.xml"), elsewhere);

        assertThatThrownBy(this::read).isInstanceOf(ReportFault.class).hasMessageContaining("plain file");
    }

    @Test
    void a_link_in_place_of_the_folder_is_not_followed() throws Exception {
        Path elsewhere = Files.createDirectory(root.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("a.xml"), ONE);
        Files.delete(folder);
        Files.createSymbolicLink(folder, elsewhere);

        assertThatThrownBy(this::read).isInstanceOf(ReportFault.class);
    }

    @Test
    void reports_larger_than_declared_are_refused() throws Exception {
        Files.writeString(folder.resolve("a.xml"), ONE + " ".repeat(600));
        Files.writeString(folder.resolve("b.xml"), ONE + " ".repeat(600));

        assertThatThrownBy(this::read).isInstanceOf(ReportFault.class).hasMessageContaining("larger");
    }
}
