package org.elenchus.tools.cli.bench;

import java.util.List;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.sandbox.SandboxOptions;
import org.elenchus.tools.repair.operators.Purpose;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What candidates a measurement takes. */
final class BenchOptions {
    private static final List<String> DEFAULTS =
            List.of("maven:commons-cli:commons-cli:1.10.0", "maven:org.apache.commons:commons-csv:1.14.1");

    @Parameters(
            arity = "0..*",
            paramLabel = "REPOSITORY",
            description =
                    "maven:GROUP:ARTIFACT:VERSION or dir:PATH (default: commons-cli 1.10.0 and commons-csv 1.14.1).")
    private @Nullable List<String> repositories;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the sample (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--edits",
            paramLabel = "KIND",
            defaultValue = "BREAK",
            description = "Edits to sample: break, as the task author plants them, or mend, as the solver tries them"
                    + " (default: break).")
    private Purpose purpose = Purpose.BREAK;

    @Mixin
    private final SandboxOptions sandbox = new SandboxOptions();

    SandboxOptions sandbox() {
        return sandbox;
    }

    long seed() {
        return seed;
    }

    Purpose purpose() {
        return purpose;
    }

    List<RepositoryCoordinate> repositories() throws Fault {
        try {
            return (repositories == null ? DEFAULTS : repositories)
                    .stream().map(RepositoryCoordinate::new).distinct().toList();
        } catch (IllegalArgumentException e) {
            throw Fault.usage(String.valueOf(e.getMessage()));
        }
    }

    /** The largest heap of a process, as Java takes it. @throws Fault when it is none */
    static void heap(String heap) throws Fault {
        if (!heap.matches("[1-9][0-9]*[mgMG]")) {
            throw Fault.usage("--heap " + heap + " is no size; give one like 384m or 2g");
        }
    }
}
