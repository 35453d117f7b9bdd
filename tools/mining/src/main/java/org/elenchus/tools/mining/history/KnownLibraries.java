package org.elenchus.tools.mining.history;

import java.util.List;
import java.util.stream.Stream;

/** Libraries that are published with sources and tests; those whose tests are quick come first. */
public final class KnownLibraries {
    private KnownLibraries() {}

    /** In the order in which they are searched. */
    public static List<Library> all() {
        return Stream.of(
                        "commons-cli:commons-cli",
                        "commons-validator:commons-validator",
                        "org.apache.commons:commons-csv",
                        "org.apache.commons:commons-text",
                        "org.apache.commons:commons-email",
                        "org.apache.commons:commons-exec",
                        "commons-fileupload:commons-fileupload",
                        "org.apache.commons:commons-fileupload2-core",
                        "commons-beanutils:commons-beanutils",
                        "commons-dbutils:commons-dbutils",
                        "commons-jxpath:commons-jxpath",
                        "org.apache.commons:commons-numbers-fraction",
                        "org.apache.commons:commons-numbers-gamma",
                        "org.apache.commons:commons-geometry-core",
                        "org.apache.commons:commons-imaging",
                        "commons-io:commons-io",
                        "org.apache.commons:commons-collections4",
                        "org.apache.commons:commons-lang3",
                        "org.apache.commons:commons-jexl3",
                        "commons-net:commons-net",
                        "org.apache.commons:commons-configuration2",
                        "commons-configuration:commons-configuration",
                        "org.apache.bcel:bcel",
                        "commons-codec:commons-codec",
                        "org.apache.commons:commons-compress",
                        "org.apache.commons:commons-pool2",
                        "org.apache.commons:commons-dbcp2",
                        "commons-logging:commons-logging",
                        "commons-collections:commons-collections",
                        "org.apache.commons:commons-numbers-core",
                        "org.apache.commons:commons-statistics-descriptive",
                        "org.apache.commons:commons-statistics-distribution",
                        "org.apache.commons:commons-rng-simple",
                        "org.apache.commons:commons-rng-sampling",
                        "org.apache.commons:commons-geometry-euclidean",
                        "org.apache.commons:commons-math3")
                .map(Library::parse)
                .toList();
    }
}
