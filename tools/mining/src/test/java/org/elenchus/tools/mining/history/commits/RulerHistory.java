package org.elenchus.tools.mining.history.commits;

import java.nio.file.Path;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.tools.mining.GitProject;

/** A module with a history: one bug that was mended with a test, and much else. */
public final class RulerHistory {
    /** What may stand in a subject. */
    public static final String SUBJECT = "Pieces of no length \u001b[31mdo not\u202e fit";

    private final GitProject git;
    private final String module;
    private final String fix;

    /** @param module the folder of the module, empty for the top */
    public RulerHistory(Path folder, String module) throws Exception {
        this.git = new GitProject(folder);
        this.module = module;
        begin();
        fix = mend();
        refactor();
        addFeature();
        touchOneSide();
        merge();
    }

    /** The full name of the commit that mended the bug. */
    public String fix() {
        return fix;
    }

    public GitProject git() {
        return git;
    }

    public RepositoryCoordinate coordinate() {
        return new RepositoryCoordinate("git:" + git.folder() + "@main" + (module.isEmpty() ? "" : ":" + module));
    }

    private String at(String path) {
        return module.isEmpty() ? path : module + "/" + path;
    }

    public String main() {
        return at("src/main/java/org/x/Ruler.java");
    }

    public String test() {
        return at("src/test/java/org/x/RulerTest.java");
    }

    private void begin() throws Exception {
        if (!module.isEmpty()) {
            git.write("pom.xml", """
                    <project><modelVersion>4.0.0</modelVersion>
                    <groupId>org.t</groupId><artifactId>parent</artifactId><version>1</version><packaging>pom</packaging>
                    <modules><module>%s</module></modules>
                    <properties><maven.compiler.release>17</maven.compiler.release></properties></project>
                    """.formatted(module));
            git.write(at("pom.xml"), """
                    <project><modelVersion>4.0.0</modelVersion>
                    <parent><groupId>org.t</groupId><artifactId>parent</artifactId><version>1</version></parent>
                    <artifactId>ruler</artifactId></project>
                    """);
            git.write("other/src/main/java/Other.java", "class Other {}\n");
        }
        git.write(main(), """
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
        git.write(test(), """
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
        git.commit("A ruler");
    }

    private void addTest(String name, String line) throws Exception {
        git.replace(test(), "class RulerTest {\n", """
                class RulerTest {
                    @Test
                    void %s() {
                        %s
                    }

                """.formatted(name, line));
    }

    private String mend() throws Exception {
        git.replace(main(), "        return length / piece;\n", """
                        if (piece <= 0) {
                            return 0;
                        }
                        return length / piece;
                """);
        addTest("no_length", "assertEquals(0, new Ruler().pieces(3, 0));");
        return git.commit(SUBJECT);
    }

    private void refactor() throws Exception {
        git.replace(main(), "return 2 * length;", "return length + length;");
        addTest("twice_nothing", "assertEquals(0, new Ruler().twice(0));");
        git.commit("Add instead of multiplying");
    }

    private void addFeature() throws Exception {
        git.replace(main(), "        return length + length;\n    }\n", """
                        return times(length, 2);
                    }

                    public int times(int length, int by) {
                        return length * by;
                    }
                """);
        addTest("three_times", "assertEquals(9, new Ruler().times(3, 3));");
        git.commit("Any number of times");
    }

    private void touchOneSide() throws Exception {
        git.replace(main(), "length * by;", "by * length;");
        git.commit("Main alone");
        addTest("four_times", "assertEquals(8, new Ruler().times(2, 4));");
        git.commit("Test alone");
        git.replace(main(), "public class", "/** Measures. */\npublic class");
        addTest("five_times", "assertEquals(10, new Ruler().times(2, 5));");
        git.commit("A comment and a test");
        git.write("README", "a ruler\n");
        git.commit("Neither");
    }

    private void merge() throws Exception {
        git.git("checkout", "-q", "-b", "side");
        git.write("LICENSE", "free\n");
        git.commit("Beside");
        git.git("checkout", "-q", "main");
        git.merge("side");
    }
}
