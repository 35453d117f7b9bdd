package org.elenchus.tools.sandbox.host;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the worker's class path among what this JVM itself runs on: the places that its parts are loaded from. */
public final class WorkerClassPath {
    /** One class of every jar the worker needs. */
    private static final List<String> MARKERS = List.of(
            "org.elenchus.tools.worker.WorkerMain",
            "org.objectweb.asm.ClassReader",
            "org.junit.platform.launcher.Launcher",
            "org.junit.platform.engine.TestEngine",
            "org.junit.platform.commons.util.ReflectionUtils",
            "org.junit.jupiter.api.Test",
            "org.junit.jupiter.params.ParameterizedTest",
            "org.junit.jupiter.engine.JupiterTestEngine",
            "org.junit.vintage.engine.VintageTestEngine",
            "org.junit.Test",
            "org.hamcrest.Matchers",
            "org.opentest4j.AssertionFailedError",
            "org.apiguardian.api.API");

    private WorkerClassPath() {}

    /** @throws IllegalStateException naming what is missing */
    public static List<Path> ofThisJvm() {
        Set<Path> entries = new LinkedHashSet<>();
        MARKERS.forEach(marker -> entries.add(origin(marker)));
        return List.copyOf(entries);
    }

    private static Path origin(String className) {
        try {
            CodeSource source = Class.forName(className, false, WorkerClassPath.class.getClassLoader())
                    .getProtectionDomain()
                    .getCodeSource();
            return Path.of(source.getLocation().toURI());
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException(
                    "the sandbox worker's class path is incomplete: " + className
                            + " is not on this program's class path; rebuild or reinstall it",
                    e);
        }
    }
}
