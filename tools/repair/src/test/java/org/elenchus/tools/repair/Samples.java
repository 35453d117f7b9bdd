package org.elenchus.tools.repair;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.elenchus.tools.repair.syntax.SourceFile;

/** Source texts the tests work on. */
public final class Samples {
    public static final List<String> NAMES = List.of("Ledger", "Scanner");

    private Samples() {}

    public static String text(String name) {
        try (InputStream in = Samples.class.getResourceAsStream("/sample/" + name + ".java.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static SourceFile parsed(String text) {
        return SourceFile.parse(text).orElseThrow(() -> new AssertionError("does not parse:\n" + text));
    }
}
