package org.elenchus.tools.cli.task;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.elenchus.protocol.task.Patch;
import org.elenchus.tools.sandbox.SnapshotLayout;

/** A task's breaking patch as a diff against the prepared sources; reversed, it is the reference fix. */
public final class BreakingDiff {
    private BreakingDiff() {}

    /**
     * The diff, to be applied in the snapshot's folder.
     *
     * @throws IOException when the prepared sources are not there
     * @throws Patch.DoesNotApply when they are not those the patch was made for
     */
    public static String of(Patch breaking, SnapshotLayout layout) throws IOException, Patch.DoesNotApply {
        Map<String, String> originals = new LinkedHashMap<>();
        for (String path : breaking.paths()) {
            originals.put(path, Files.readString(layout.mainSources().resolve(path), StandardCharsets.UTF_8));
        }
        Map<String, String> broken = breaking.applyTo(originals);
        Path sources = layout.root().relativize(layout.mainSources());
        StringBuilder diff = new StringBuilder();
        for (String path : breaking.paths()) {
            String name = sources.resolve(path).toString().replace('\\', '/');
            diff.append(UnifiedDiff.of(name, text(originals, path), text(broken, path)));
        }
        return diff.toString();
    }

    private static String text(Map<String, String> texts, String path) {
        return texts.getOrDefault(path, "");
    }
}
