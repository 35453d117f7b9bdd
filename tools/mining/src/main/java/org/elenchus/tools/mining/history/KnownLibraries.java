package org.elenchus.tools.mining.history;

import java.util.List;
import java.util.stream.Stream;

/** Libraries that are published with sources and tests, and whose tests are quick. */
public final class KnownLibraries {
    private KnownLibraries() {}

    /** In the order in which they are searched. */
    public static List<Library> all() {
        return Stream.of(
                        "commons-cli:commons-cli",
                        "org.apache.commons:commons-csv",
                        "org.apache.commons:commons-text",
                        "commons-validator:commons-validator",
                        "commons-codec:commons-codec",
                        "org.apache.commons:commons-lang3",
                        "org.apache.commons:commons-collections4",
                        "commons-io:commons-io",
                        "org.apache.commons:commons-jexl3",
                        "commons-beanutils:commons-beanutils",
                        "org.apache.commons:commons-compress",
                        "org.apache.commons:commons-configuration2",
                        "org.apache.commons:commons-pool2",
                        "commons-dbutils:commons-dbutils",
                        "org.apache.commons:commons-math3",
                        "org.apache.commons:commons-email",
                        "commons-net:commons-net",
                        "org.apache.bcel:bcel",
                        "org.apache.commons:commons-imaging",
                        "org.apache.commons:commons-dbcp2",
                        "commons-fileupload:commons-fileupload",
                        "org.apache.commons:commons-fileupload2-core",
                        "commons-digester:commons-digester",
                        "org.apache.commons:commons-digester3",
                        "commons-jxpath:commons-jxpath",
                        "org.apache.commons:commons-exec",
                        "commons-logging:commons-logging",
                        "org.apache.commons:commons-numbers-core",
                        "org.apache.commons:commons-numbers-fraction",
                        "org.apache.commons:commons-numbers-gamma",
                        "org.apache.commons:commons-statistics-distribution",
                        "org.apache.commons:commons-statistics-descriptive",
                        "org.apache.commons:commons-rng-simple",
                        "org.apache.commons:commons-rng-sampling",
                        "org.apache.commons:commons-geometry-core",
                        "org.apache.commons:commons-geometry-euclidean",
                        "commons-chain:commons-chain",
                        "commons-lang:commons-lang",
                        "commons-collections:commons-collections",
                        "commons-configuration:commons-configuration")
                .map(Library::parse)
                .toList();
    }
}
