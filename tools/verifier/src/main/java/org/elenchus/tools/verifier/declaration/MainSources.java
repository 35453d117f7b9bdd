package org.elenchus.tools.verifier.declaration;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.elenchus.actors.port.SourceRules;

/**
 * Which files may be edited. Whatever steers a build or a test run is left out, however it is declared.
 *
 * @param folders below the repository's folder; empty for all of it
 * @param extensions how the names end, with the dot
 * @param except folders, files, or {@code *}endings of names that are no main sources: tests, mostly
 */
public record MainSources(List<String> folders, List<String> extensions, List<String> except) {
    /** Files that test runners and build tools read and obey. */
    private static final Set<String> STEERING = Set.of(
            DeclarationFile.NAME,
            "conftest.py",
            "setup.py",
            "noxfile.py",
            "sitecustomize.py",
            "usercustomize.py",
            "package.json",
            "package-lock.json",
            "gulpfile.js",
            "gruntfile.js",
            "pom.xml",
            "module-info.java",
            "build.rs",
            "build.xml");

    public MainSources {
        folders = List.copyOf(folders);
        extensions = List.copyOf(extensions);
        except = List.copyOf(except);
        folders.forEach(folder -> Paths.require("sources.folders", folder));
        except.stream()
                .filter(entry -> !entry.startsWith("*"))
                .forEach(entry -> Paths.require("sources.except", entry));
        if (extensions.isEmpty()) {
            throw new IllegalArgumentException("sources.extensions must name at least one ending, such as \".py\"");
        }
        for (String extension : extensions) {
            if (!extension.matches("\\.[A-Za-z0-9_+-]{1,20}(\\.[A-Za-z0-9_+-]{1,20})?")) {
                throw new IllegalArgumentException(
                        "sources.extensions must be endings such as \".py\"; one is '" + extension + "'");
            }
        }
    }

    SourceRules rules(String language) {
        return new SourceRules(language, "", folders, extensions);
    }

    /** Whether a file of the repository may be edited. */
    boolean holds(String language, String path) {
        return rules(language).isSource(path) && !Paths.covered(except, path) && !isSteering(path);
    }

    private static boolean isSteering(String path) {
        if (path.startsWith(".") || path.contains("/.")) {
            return true;
        }
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return STEERING.contains(name)
                || name.endsWith(".gradle")
                || name.endsWith(".gradle.kts")
                || name.contains(".config.");
    }
}
