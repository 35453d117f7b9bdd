package org.elenchus.tools.cli.mine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A library of two releases in a Maven repository of its own, and this process told to look nowhere else. */
final class PublishedLibrary implements AutoCloseable {
    private static final String NEWER = """
            package org.x;

            public class Ruler {
                /** How many pieces of a length fit. */
                public int pieces(int length, int piece) {
                    if (piece <= 0) {
                        return 0;
                    }
                    return length / piece;
                }

                public int twice(int length) {
                    return 2 * length;
                }
            }
            """;

    private static final String TEST = """
            package org.x;

            import static org.junit.jupiter.api.Assertions.assertEquals;
            import org.junit.jupiter.api.Test;

            class RulerTest {
                @Test
                void pieces_of_no_length_do_not_fit() {
                    assertEquals(0, new Ruler().pieces(3, 0));
                }

                @Test
                void pieces_fit() {
                    assertEquals(3, new Ruler().pieces(10, 3));
                    assertEquals(6, new Ruler().twice(3));
                }
            }
            """;

    private final Path remote;
    private final Map<String, String> before = new HashMap<>();

    PublishedLibrary(Path folder) throws IOException {
        remote = Files.createDirectories(folder.resolve("remote"));
        Path settings = Files.writeString(folder.resolve("settings.xml"), """
                <settings><mirrors>
                  <mirror><id>folder</id><mirrorOf>*</mirrorOf><url>%s</url></mirror>
                </mirrors></settings>
                """.formatted(remote.toUri()));
        set("maven.settings", settings.toString());
        set("maven.repo.local", folder.resolve("local").toString());
        release("1", NEWER.replace("        if (piece <= 0) {\n            return 0;\n        }\n", ""));
        release("2", NEWER);
        Files.writeString(
                remote.resolve("org/t/ruler/maven-metadata.xml"),
                "<metadata><groupId>org.t</groupId><artifactId>ruler</artifactId><versioning><versions>"
                        + "<version>1</version><version>2</version></versions></versioning></metadata>");
    }

    private void release(String version, String source) throws IOException {
        Path folder = Files.createDirectories(remote.resolve("org/t/ruler/" + version));
        String name = "ruler-" + version;
        Files.writeString(folder.resolve(name + ".pom"), """
                <project><modelVersion>4.0.0</modelVersion>
                <groupId>org.t</groupId><artifactId>ruler</artifactId><version>%s</version>
                <properties><maven.compiler.release>17</maven.compiler.release></properties></project>
                """.formatted(version));
        jar(folder.resolve(name + "-sources.jar"), "org/x/Ruler.java", source);
        jar(folder.resolve(name + "-test-sources.jar"), "org/x/RulerTest.java", TEST);
    }

    private static void jar(Path file, String entry, String text) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }

    private void set(String name, String value) {
        before.put(name, System.getProperty(name, ""));
        System.setProperty(name, value);
    }

    @Override
    public void close() {
        before.forEach((name, value) -> {
            if (value.isEmpty()) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }
}
