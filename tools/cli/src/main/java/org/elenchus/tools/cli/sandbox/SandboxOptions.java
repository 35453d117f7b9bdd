package org.elenchus.tools.cli.sandbox;

import org.elenchus.tools.sandbox.docker.DockerSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose a sandbox. Results do not depend on them. */
public final class SandboxOptions {
    @Option(
            names = "--sandbox",
            paramLabel = "KIND",
            defaultValue = "PROCESS",
            description = "What candidates run in: process, docker, or auto, which is docker where it works and process"
                    + " otherwise (default: process).")
    private SandboxKind kind = SandboxKind.PROCESS;

    @Option(
            names = "--sandbox-image",
            paramLabel = "IMAGE",
            description = "Image with a JDK, for docker (default: the one that 'elenchus sandbox image' makes).")
    private @Nullable String image;

    @Option(
            names = "--sandbox-runtime",
            paramLabel = "NAME",
            description = "Container runtime, such as runsc (default: the engine's).")
    private @Nullable String runtime;

    public SandboxKind kind() {
        return kind;
    }

    public DockerSettings docker() {
        DockerSettings settings = DockerSettings.usual();
        if (image != null) {
            settings = settings.withImage(image);
        }
        return runtime == null ? settings : settings.withRuntime(runtime);
    }
}
