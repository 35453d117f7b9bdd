package org.elenchus.actors.grading;

import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.SourceRules;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.task.Patch;

/** A repository with a patch applied. Nothing is copied but the files that differ from the original. */
public final class BrokenState {
    private final PreparedRepository repository;
    private final Overlay overlay;

    private BrokenState(PreparedRepository repository, SortedMap<String, String> texts) {
        this.repository = repository;
        this.overlay = new Overlay(texts);
    }

    /** The original with a task's breaking patch. @throws Patch.DoesNotApply when they do not belong together */
    public static BrokenState of(PreparedRepository repository, Patch breaking) throws Patch.DoesNotApply {
        return new BrokenState(repository, new TreeMap<>()).with(breaking);
    }

    /** This state with one more patch, whose offsets refer to this state's texts. */
    public BrokenState with(Patch patch) throws Patch.DoesNotApply {
        Map<String, String> sources = new TreeMap<>();
        for (String path : patch.paths()) {
            if (files().contains(path)) {
                sources.put(path, source(path));
            }
        }
        SortedMap<String, String> texts = new TreeMap<>(overlay.files());
        patch.applyTo(sources).forEach((path, text) -> {
            if (text.equals(repository.source(path))) {
                texts.remove(path);
            } else {
                texts.put(path, text);
            }
        });
        return new BrokenState(repository, texts);
    }

    /** The files that differ from the original; a state that equals it has none, so that its outcomes are recalled as the original's. */
    public Overlay overlay() {
        return overlay;
    }

    public SourceRules rules() {
        return repository.rules();
    }

    public SortedSet<String> files() {
        return repository.files();
    }

    /** The text of a main source file in this state. */
    public String source(String path) {
        String text = overlay.files().get(path);
        return text != null ? text : repository.source(path);
    }
}
