package org.elenchus.tools.sandbox.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.elenchus.tools.sandbox.host.Folders;

/** Makes the image that workers run in of a JDK of this machine. No registry is asked. */
public final class SandboxImage {
    private SandboxImage() {}

    /**
     * What was made.
     *
     * @param reference its name
     * @param id its digest
     * @param bytes what its files take, uncompressed
     */
    public record Made(String reference, String id, long bytes) {}

    /** Makes it and hands it to the engine. Takes seconds, and room for the JDK twice while it does. */
    public static Made make(Engine engine, String reference, Path javaHome) throws IOException {
        SortedMap<String, Path> files = ImageFiles.of(javaHome.toRealPath());
        Path scratch = Files.createTempDirectory("elenchus-image-");
        try {
            Path archive = scratch.resolve("image.tar");
            Map<String, String> labels = new TreeMap<>(Map.of(
                    Owner.MARK, "image", "org.elenchus.java", Runtime.version().toString()));
            try (OutputStream out = Files.newOutputStream(archive)) {
                ImageArchive.write(out, reference, files, labels, scratch);
            }
            load(engine, archive);
            String id = engine.image(reference)
                    .orElseThrow(() -> new EngineFault("the Docker engine took the image and does not show it"));
            long bytes = 0;
            for (Path file : files.values()) {
                bytes += Files.size(file);
            }
            return new Made(reference, id, bytes);
        } finally {
            Folders.delete(scratch);
        }
    }

    private static void load(Engine engine, Path archive) throws IOException {
        try (InputStream in = Files.newInputStream(archive)) {
            engine.streams().loadImageCmd(in).exec();
        } catch (RuntimeException e) {
            throw new EngineFault("the Docker engine does not take the image: " + Engine.reason(e), e);
        }
    }
}
