package org.elenchus.tools.mining.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.elenchus.tools.mining.Jar;

/** A Maven repository in a folder, and settings that mirror everything to it. */
public final class TestRepository {
    private final Path root;
    private final Path home;

    public TestRepository(Path folder) throws IOException {
        this.root = Files.createDirectories(folder.resolve("remote"));
        this.home = Files.createDirectories(folder.resolve("home"));
        settings("""
                <settings>
                  <mirrors>
                    <mirror><id>folder</id><mirrorOf>*</mirrorOf><url>%s</url></mirror>
                  </mirrors>
                </settings>
                """.formatted(root.toUri()));
    }

    public void settings(String xml) throws IOException {
        Files.writeString(home.resolve("settings.xml"), xml);
    }

    public Path local() {
        return home.resolve("repository");
    }

    public Path root() {
        return root;
    }

    public MavenLibraries libraries(boolean offline) {
        return libraries(offline, Map.of());
    }

    /** @param more of this machine's properties, as {@code env.NAME} where they are the environment's */
    public MavenLibraries libraries(boolean offline, Map<String, String> more) {
        Properties system = new Properties();
        more.forEach(system::setProperty);
        system.setProperty("user.home", home.toString());
        system.setProperty("java.version", "25");
        system.setProperty("maven.settings", home.resolve("settings.xml").toString());
        system.setProperty("maven.repo.local", local().toString());
        MavenPreferences found = new MavenPreferences(
                home.resolve("settings.xml"), java.util.Optional.empty(), java.util.Optional.of(local()), offline);
        return new MavenLibraries(found, system);
    }

    public TestRepository pom(String artifact, String version, String body) throws IOException {
        Path file = file(artifact, version, "", "pom");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  %s
                  <groupId>org.t</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                  %s
                </project>
                """.formatted(
                        body.startsWith("<parent>") ? body.substring(0, body.indexOf("</parent>") + 9) : "",
                        artifact,
                        version,
                        body.startsWith("<parent>") ? body.substring(body.indexOf("</parent>") + 9) : body));
        return this;
    }

    public TestRepository jar(String artifact, String version, String classifier, Jar jar) throws IOException {
        jar.write(file(artifact, version, classifier, "jar"));
        return this;
    }

    /** A library of one artifact with an empty jar. */
    public TestRepository library(String artifact, String version, String body) throws IOException {
        return pom(artifact, version, body).jar(artifact, version, "", new Jar().with("x", artifact));
    }

    /** Tells which versions there are. */
    public TestRepository metadata(String artifact, String... versions) throws IOException {
        StringBuilder listed = new StringBuilder();
        for (String version : versions) {
            listed.append("<version>").append(version).append("</version>");
        }
        Files.writeString(
                Files.createDirectories(root.resolve("org/t/" + artifact)).resolve("maven-metadata.xml"),
                "<metadata><groupId>org.t</groupId><artifactId>" + artifact + "</artifactId><versioning><versions>"
                        + listed + "</versions></versioning></metadata>");
        return this;
    }

    public Path file(String artifact, String version, String classifier, String extension) {
        String suffix = classifier.isEmpty() ? "" : "-" + classifier;
        return root.resolve(
                "org/t/" + artifact + "/" + version + "/" + artifact + "-" + version + suffix + "." + extension);
    }

    public static String dependency(String artifact, String version, String scope) {
        return "<dependency><groupId>org.t</groupId><artifactId>" + artifact + "</artifactId>"
                + (version.isEmpty() ? "" : "<version>" + version + "</version>")
                + "<scope>" + scope + "</scope></dependency>";
    }
}
