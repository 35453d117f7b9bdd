package org.elenchus.tools.worker.snapshot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.elenchus.tools.worker.bytecode.ApiShape;
import org.elenchus.tools.worker.bytecode.Graft;
import org.elenchus.tools.worker.bytecode.LineShift;
import org.elenchus.tools.worker.compile.Abridgement;
import org.elenchus.tools.worker.compile.Compilation;
import org.elenchus.tools.worker.compile.Outline;
import org.jspecify.annotations.Nullable;

/**
 * The quick way to compile an overlay: of each edited file only the bodies that changed, which then take their places in the class files of
 * the unedited source. Gives up whenever the outcome could differ from compiling the whole files.
 */
final class Grafting {
    private static final int MOST_OUTLINES = 400;

    private final EditBuilder.Part main;
    private final Map<String, Optional<Outline>> outlines = new HashMap<>();

    Grafting(EditBuilder.Part main) {
        this.main = main;
    }

    /** The classes that changed, or the errors in changed bodies; nothing where the whole files must be compiled. */
    Optional<Edit> build(SortedMap<String, String> overlay) throws IOException {
        SortedMap<String, Abridgement> abridgements = new TreeMap<>();
        SortedMap<String, String> abridged = new TreeMap<>();
        for (Map.Entry<String, String> file : overlay.entrySet()) {
            Optional<Abridgement> abridgement =
                    outline(file.getKey()).flatMap(outline -> Abridgement.of(outline, file.getValue()));
            if (abridgement.isEmpty()) {
                return Optional.empty();
            }
            abridgements.put(file.getKey(), abridgement.get());
            abridged.put(file.getKey(), abridgement.get().text());
        }
        Set<String> replaced = main.classes().compiledFrom(overlay.keySet());
        return switch (main.compiler().compile(abridged, replaced, Map.of())) {
            case Compilation.Refused refused -> refuse(abridgements, refused);
            case Compilation.Compiled compiled -> graft(abridgements, compiled.classes());
        };
    }

    /** An error elsewhere is the doing of a brace or a comment that reaches out of its body. */
    private static Optional<Edit> refuse(SortedMap<String, Abridgement> abridgements, Compilation.Refused refused) {
        boolean inside = refused.places().stream().allMatch(place -> {
            Abridgement abridgement = abridgements.get(place.path());
            return abridgement != null && abridgement.keeps(place.offset());
        });
        return inside && !refused.places().isEmpty()
                ? Optional.of(new Edit.Refused(refused.errors()))
                : Optional.empty();
    }

    private Optional<Outline> outline(String path) throws IOException {
        Optional<Outline> known = outlines.get(path);
        if (known == null) {
            if (outlines.size() >= MOST_OUTLINES) {
                outlines.clear();
            }
            known = main.sources().text(path).map(text -> main.compiler().outline(path, text));
            outlines.put(path, known);
        }
        return known;
    }

    private Optional<Edit> graft(SortedMap<String, Abridgement> abridgements, Map<String, byte[]> compiled)
            throws IOException {
        Map<String, byte[]> changed = new TreeMap<>();
        List<byte[]> before = new ArrayList<>();
        for (Map.Entry<String, Abridgement> file : abridgements.entrySet()) {
            for (String name : main.classes().compiledFrom(file.getKey())) {
                byte[] original = Objects.requireNonNull(main.classes().read(name));
                before.add(original);
                Optional<byte[]> grafted = graft(name, original, compiled.get(name), file.getValue());
                if (grafted.isEmpty()) {
                    return Optional.empty();
                }
                if (grafted.get() != original) {
                    changed.put(name, grafted.get());
                }
            }
        }
        boolean alike = ApiShape.inside(before).equals(ApiShape.inside(compiled.values()));
        return alike ? Optional.of(new Edit.Compiled(changed, Map.of(), Set.of())) : Optional.empty();
    }

    /** @param abridged null for a local class of a body that was left out */
    private static Optional<byte[]> graft(
            String name, byte[] original, byte @Nullable [] abridged, Abridgement abridgement) {
        LineShift lines = abridgement.lines();
        return abridged == null
                ? Optional.of(Graft.unchanged(original, lines))
                : Graft.of(
                        original,
                        abridged,
                        Abridgement.MARKER,
                        lines,
                        abridgement.constructed().contains(name));
    }
}
