package org.elenchus.tools.verifier.checkout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.elenchus.protocol.Digest;

/** Programs that come with Elenchus, for languages whose own test runner writes no report. A command names them by {@code {helpers}}. */
public final class Helpers {
    private static final List<String> NAMES = List.of("unittest_junit.py");

    private Helpers() {}

    static void install(Path folder) throws IOException {
        for (String name : NAMES) {
            Files.write(folder.resolve(name), content(name));
        }
    }

    /** What outcomes depend on besides a snapshot. */
    public static Digest digest() {
        return Digest.ofParts(NAMES.stream()
                .map(name -> name + " " + Digest.of(content(name)).hex())
                .toList());
    }

    private static byte[] content(String name) {
        try (InputStream in = Helpers.class.getResourceAsStream("/org/elenchus/tools/verifier/helpers/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from this program; rebuild it");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
