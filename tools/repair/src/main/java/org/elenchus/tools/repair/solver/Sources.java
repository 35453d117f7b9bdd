package org.elenchus.tools.repair.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.elenchus.actors.port.Problem;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.TextEdit;

/** The broken state with the edits kept so far. Immutable. */
final class Sources {
    private final Problem.Workspace workspace;
    private final SortedMap<String, String> changed;

    private Sources(Problem.Workspace workspace, SortedMap<String, String> changed) {
        this.workspace = workspace;
        this.changed = changed;
    }

    static Sources broken(Problem.Workspace workspace) {
        return new Sources(workspace, new TreeMap<>());
    }

    String text(String path) {
        String text = changed.get(path);
        return text == null ? workspace.source(path) : text;
    }

    Sources with(String path, String text) {
        SortedMap<String, String> more = new TreeMap<>(changed);
        more.put(path, text);
        return new Sources(workspace, more);
    }

    /** Relative to the snapshot, as the sandbox wants it. */
    Overlay overlay() {
        SortedMap<String, String> files = new TreeMap<>(workspace.broken().files());
        files.putAll(changed);
        return new Overlay(files);
    }

    /** Relative to the broken state: per changed file one edit, from the first difference to the last. */
    Patch patch() {
        List<TextEdit> edits = new ArrayList<>();
        changed.forEach((path, text) -> {
            String before = workspace.source(path);
            if (!before.equals(text)) {
                edits.add(difference(path, before, text));
            }
        });
        return new Patch(edits);
    }

    private static TextEdit difference(String path, String before, String after) {
        int shorter = Math.min(before.length(), after.length());
        int prefix = 0;
        while (prefix < shorter && before.charAt(prefix) == after.charAt(prefix)) {
            prefix++;
        }
        int suffix = 0;
        while (suffix < shorter - prefix
                && before.charAt(before.length() - 1 - suffix) == after.charAt(after.length() - 1 - suffix)) {
            suffix++;
        }
        return new TextEdit(
                path,
                prefix,
                before.substring(prefix, before.length() - suffix),
                after.substring(prefix, after.length() - suffix));
    }
}
