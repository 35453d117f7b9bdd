package org.elenchus.tools.cli.eval.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.tools.mining.intake.IntakeLimits;
import org.elenchus.tools.mining.maven.ClassPath;
import org.elenchus.tools.mining.maven.DependencyJar;
import org.elenchus.tools.mining.maven.MavenLibraries;
import org.elenchus.tools.mining.maven.MavenProject;

/**
 * A task's folder. Main sources are at {@code broken/src/main/java} or {@code broken/java}, tests at {@code broken/src/test/java} or
 * {@code tests/java}, resources beside them; those of the repair at {@code fixed/src/main/java} or {@code fixed/java}.
 *
 * @param path absolute
 */
public record TaskFolder(Path path) {
    public String name() {
        return String.valueOf(path.getFileName());
    }

    RepositoryCoordinate coordinate() {
        return new RepositoryCoordinate("dir:" + path);
    }

    /** The broken tree. @throws InvalidTask when it is not there, or what it needs cannot be had */
    MavenProject broken(TaskFile task, MavenLibraries libraries) throws InvalidTask {
        Path broken = path.resolve("broken");
        if (!Files.isDirectory(either("broken/src/main/java", "broken/java"))) {
            throw new InvalidTask("there are no main sources in " + broken.resolve("src/main/java"));
        }
        try {
            MavenProject declared = Files.isRegularFile(broken.resolve("pom.xml"))
                    ? libraries.read(broken)
                    : MavenProject.standard(broken);
            List<DependencyJar> jars = new ArrayList<>(declared.classPath().jars());
            jars.addAll(libraries.classPath(task.dependencies(), name()).jars());
            jars.addAll(own(task.classPath()));
            return new MavenProject(
                    either("broken/src/main/java", "broken/java"),
                    List.of(either("broken/src/main/resources", "broken/resources")),
                    either("broken/src/test/java", "tests/java"),
                    List.of(either("broken/src/test/resources", "tests/resources")),
                    new ClassPath(jars, declared.classPath().notes()),
                    task.javaRelease().orElse(Math.max(TaskFile.LOWEST_RELEASE, declared.release())));
        } catch (RepositoryFault e) {
            throw new InvalidTask(String.valueOf(e.getMessage()), e);
        }
    }

    private List<DependencyJar> own(List<String> names) throws InvalidTask {
        List<DependencyJar> jars = new ArrayList<>();
        for (String name : names) {
            Path jar = path.resolve(name).normalize();
            if (!jar.startsWith(path) || !Files.isRegularFile(jar, LinkOption.NOFOLLOW_LINKS)) {
                throw new InvalidTask("classPath names " + name + ", which is no jar in the task's folder");
            }
            jars.add(new DependencyJar(name, jar));
        }
        return jars;
    }

    /** Texts of the repaired main sources by path; none where there is no such tree. It may hold only what the repair changes. */
    SortedMap<String, String> fixed() throws InvalidTask {
        SortedMap<String, String> texts = new TreeMap<>();
        if (!Files.exists(path.resolve("fixed"))) {
            return texts;
        }
        Path root = either("fixed/src/main/java", "fixed/java");
        if (!Files.isDirectory(root)) {
            throw new InvalidTask("fixed/ holds no src/main/java; put the repaired main sources there, or remove it");
        }
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path file : walk.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
                    .filter(f -> f.toString().endsWith(".java"))
                    .toList()) {
                String name = root.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), "/");
                if (Files.size(file) > IntakeLimits.DEFAULT.fileBytes()) {
                    throw new InvalidTask("fixed/ holds " + name + ", which is larger than "
                            + IntakeLimits.DEFAULT.fileBytes() + " bytes");
                }
                texts.put(name, text(file, name));
            }
        } catch (IOException | UncheckedIOException e) {
            throw new InvalidTask("fixed/ cannot be read: " + e.getMessage(), e);
        }
        return texts;
    }

    private static String text(Path file, String name) throws InvalidTask, IOException {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new InvalidTask("fixed/ holds " + name + ", which is not UTF-8; convert it", e);
        }
    }

    private Path either(String first, String second) {
        Path usual = path.resolve(first);
        return Files.isDirectory(usual) ? usual : path.resolve(second);
    }
}
