package org.elenchus.tools.mining.maven;

import java.util.Properties;
import java.util.Set;

/**
 * What POMs may know of this machine: its Java, its system and its user's folders, by which profiles choose. No environment, no option of
 * this program and no command line: a POM is not trusted, and may write what it knows into a version that a server of its choice is asked
 * for.
 */
final class PomProperties {
    private static final Set<String> TOLD = Set.of(
            "java.version",
            "java.home",
            "java.io.tmpdir",
            "java.class.version",
            "java.vendor",
            "java.vendor.version",
            "java.runtime.name",
            "java.runtime.version",
            "java.specification.name",
            "java.specification.vendor",
            "java.specification.version",
            "java.vm.name",
            "java.vm.vendor",
            "java.vm.version",
            "os.name",
            "os.arch",
            "os.version",
            "user.home",
            "user.dir",
            "user.name",
            "file.encoding",
            "file.separator",
            "line.separator",
            "path.separator",
            "native.encoding",
            "sun.arch.data.model");

    private PomProperties() {}

    /** Those of a machine's properties. */
    static Properties of(Properties machine) {
        Properties told = new Properties();
        machine.stringPropertyNames().stream()
                .filter(TOLD::contains)
                .forEach(name -> told.setProperty(name, machine.getProperty(name)));
        return told;
    }
}
