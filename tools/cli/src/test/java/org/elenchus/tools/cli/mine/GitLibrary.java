package org.elenchus.tools.cli.mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A git repository with a module in which one commit mended a bug; a feature before it, a merge and a reformatting after it. */
final class GitLibrary {
    private static final String MAIN = "src/main/java/org/x/Ruler.java";
    private static final String TEST = "src/test/java/org/x/RulerTest.java";

    private final Path folder;
    private final String fix;

    GitLibrary(Path folder) throws Exception {
        this.folder = Files.createDirectories(folder);
        git("init", "-q", "-b", "main");
        write("core/" + MAIN, """
                package org.x;

                public class Ruler {
                    public int pieces(int length, int piece) {
                        return length / piece;
                    }

                    public int twice(int length) {
                        return 2 * length;
                    }
                }
                """);
        write("core/" + TEST, """
                package org.x;

                import static org.junit.jupiter.api.Assertions.assertEquals;
                import org.junit.jupiter.api.Test;

                class RulerTest {
                    @Test
                    void pieces_fit() {
                        assertEquals(3, new Ruler().pieces(10, 3));
                        assertEquals(6, new Ruler().twice(3));
                    }
                }
                """);
        commit("A ruler");
        replace(
                MAIN,
                "return 2 * length;\n    }\n",
                "return times(length, 2);\n    }\n\n    "
                        + "public int times(int length, int by) {\n        return length * by;\n    }\n");
        addTest("three_times", "assertEquals(9, new Ruler().times(3, 3));");
        commit("Any number of times");
        replace(
                MAIN,
                "        return length / piece;\n",
                "        if (piece <= 0) {\n            return 0;\n        }\n        return length / piece;\n");
        addTest("no_length", "assertEquals(0, new Ruler().pieces(3, 0));");
        fix = commit("Pieces of no length \u001b[31mdo not fit " + "and so on ".repeat(40));
        replace(MAIN, "return length * by;", "return by * length;");
        addTest("four_times", "assertEquals(8, new Ruler().times(2, 4));");
        commit("The other way round");
        git("checkout", "-q", "-b", "side");
        write("README", "a ruler\n");
        commit("Beside");
        git("checkout", "-q", "main");
        git("-c", "user.name=a", "-c", "user.email=a@example.org", "merge", "-q", "--no-ff", "-m", "merge", "side");
    }

    /** The full name of the commit that mended the bug. */
    String fix() {
        return fix;
    }

    String coordinate() {
        return "git:" + folder;
    }

    private void write(String path, String text) throws Exception {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void replace(String path, String from, String to) throws Exception {
        String text = Files.readString(folder.resolve("core/" + path));
        assertThat(text).contains(from);
        write("core/" + path, text.replace(from, to));
    }

    private void addTest(String name, String line) throws Exception {
        replace(
                TEST,
                "class RulerTest {\n",
                "class RulerTest {\n    @Test\n    void " + name + "() {\n        " + line + "\n    }\n\n");
    }

    private String commit(String message) throws Exception {
        git("add", "-A");
        git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", message);
        return git("rev-parse", "HEAD");
    }

    private String git(String... words) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of("git"), Stream.of(words)).toList())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(List.of(words) + ": " + printed).isZero();
        return printed.strip();
    }
}
