package org.elenchus.tools.mining.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Where this machine keeps its Maven settings, and what overrides them.
 *
 * @param globalSettings the installation's settings, the first of the usual places that has them
 * @param localRepository overrides the settings' local repository
 * @param offline true forbids the network even where the settings allow it
 */
public record MavenPreferences(
        Path userSettings, Optional<Path> globalSettings, Optional<Path> localRepository, boolean offline) {

    /** As Maven itself would find them: system properties first, then the environment, then the usual places. */
    public static MavenPreferences of(Properties system, Map<String, String> environment) {
        Path home = Path.of(system.getProperty("user.home", "."));
        return new MavenPreferences(
                property(system, "maven.settings").orElse(home.resolve(".m2").resolve("settings.xml")),
                usualPlaces(system, environment).stream()
                        .filter(Files::isRegularFile)
                        .findFirst(),
                property(system, "maven.repo.local"),
                Boolean.parseBoolean(system.getProperty("maven.offline", "false")));
    }

    /** The same, without the network. */
    public MavenPreferences withoutNetwork() {
        return new MavenPreferences(userSettings, globalSettings, localRepository, true);
    }

    private static List<Path> usualPlaces(Properties system, Map<String, String> environment) {
        List<Path> places = new ArrayList<>();
        property(system, "maven.home").map(MavenPreferences::configuration).ifPresent(places::add);
        for (String variable : List.of("MAVEN_HOME", "M2_HOME")) {
            String home = environment.getOrDefault(variable, "");
            if (!home.isBlank()) {
                places.add(configuration(Path.of(home)));
            }
        }
        onSearchPath(environment).map(MavenPreferences::configuration).ifPresent(places::add);
        places.add(Path.of("/usr/share/maven/conf/settings.xml"));
        places.add(Path.of("/etc/maven/settings.xml"));
        return places;
    }

    /** The installation behind the {@code mvn} command, links followed. */
    private static Optional<Path> onSearchPath(Map<String, String> environment) {
        for (String folder : environment.getOrDefault("PATH", "").split(java.io.File.pathSeparator, -1)) {
            try {
                Path command = Path.of(folder).resolve("mvn");
                if (!folder.isBlank() && Files.isExecutable(command)) {
                    return Optional.ofNullable(command.toRealPath().getParent()).map(Path::getParent);
                }
            } catch (IOException | InvalidPathException unreadable) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static Path configuration(Path installation) {
        return installation.resolve("conf").resolve("settings.xml");
    }

    private static Optional<Path> property(Properties system, String name) {
        return Optional.ofNullable(system.getProperty(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}
