package org.elenchus.tools.sandbox.docker;

import java.util.Locale;
import java.util.Optional;

/**
 * Which image and runtime workers get.
 *
 * @param image an image this engine holds, with a JDK whose java is on its path
 * @param runtime the container runtime, such as runsc; the engine's own where absent
 */
public record DockerSettings(String image, Optional<String> runtime) {
    /** The image that {@link SandboxImage} makes of the running JDK. */
    public static DockerSettings usual() {
        return new DockerSettings(ownImage(), Optional.empty());
    }

    /** Named after the version of Java, so that another Java is another image. */
    public static String ownImage() {
        return "elenchus-sandbox:"
                + Runtime.version().toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]", "_");
    }

    public DockerSettings withImage(String other) {
        return new DockerSettings(other, runtime);
    }

    public DockerSettings withRuntime(String other) {
        return new DockerSettings(image, Optional.of(other));
    }
}
