package org.elenchus.tools.cli.evolve;

import java.util.List;

/** The libraries a run uses when none are named: small, quick to test, published with their tests. */
final class DefaultRepositories {
    static final List<String> TRAIN = List.of(
            "maven:commons-cli:commons-cli:1.10.0",
            "maven:commons-validator:commons-validator:1.10.0",
            "maven:org.apache.commons:commons-geometry-core:1.0");

    static final List<String> VALIDATION = List.of(
            "maven:org.apache.commons:commons-fileupload2-core:2.0.0-M4",
            "maven:org.apache.commons:commons-numbers-quaternion:1.2");

    static final List<String> TEST = List.of(
            "maven:commons-dbutils:commons-dbutils:1.8.1",
            "maven:org.apache.commons:commons-numbers-fraction:1.2",
            "maven:org.apache.commons:commons-numbers-complex:1.2");

    private DefaultRepositories() {}
}
