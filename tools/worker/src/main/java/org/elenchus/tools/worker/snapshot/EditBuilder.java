package org.elenchus.tools.worker.snapshot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.elenchus.tools.worker.bytecode.ApiShape;
import org.elenchus.tools.worker.compile.Compilation;
import org.elenchus.tools.worker.compile.EditCompiler;

/**
 * Compiles overlays as a build of everything would. Only the edited files are compiled while what others see of them stays the same; when
 * it changes (a signature, a constant that compilers copy), the files that name them follow, tests included.
 */
final class EditBuilder {
    /** Rounds in which a change may spread from file to file. */
    private static final int MOST_ROUNDS = 4;

    private final Part main;
    private final Part test;
    private final Grafting grafting;

    /** Sources and what they were compiled to. */
    record Part(SourceFolder sources, ClassFolder classes, EditCompiler compiler) {}

    EditBuilder(Part main, Part test) {
        this.main = main;
        this.test = test;
        this.grafting = new Grafting(main);
    }

    Edit build(SortedMap<String, String> overlay) throws IOException {
        if (overlay.isEmpty()) {
            return Edit.Compiled.NOTHING;
        }
        Optional<Edit> grafted = grafting.build(overlay);
        return grafted.isPresent() ? grafted.get() : whole(overlay);
    }

    /** Compiles whole files, and whatever follows from them. */
    Edit whole(SortedMap<String, String> overlay) throws IOException {
        SortedMap<String, String> sources = overlay;
        SortedSet<String> changed = new TreeSet<>();
        for (int i = 0; i < MOST_ROUNDS; i++) {
            Set<String> replaced = main.classes().compiledFrom(sources.keySet());
            switch (main.compiler().compile(sources, replaced, Map.of())) {
                case Compilation.Refused refused -> {
                    return new Edit.Refused(refused.errors());
                }
                case Compilation.Compiled compiled -> {
                    List<String> duplicates = duplicates(compiled.classes().keySet(), replaced);
                    if (!duplicates.isEmpty()) {
                        return new Edit.Refused(duplicates);
                    }
                    changed.addAll(changes(compiled.classes().values(), replaced));
                    SortedMap<String, String> wider = main.sources().mentioning(changed);
                    wider.putAll(sources);
                    if (wider.size() == sources.size()) {
                        return withTests(new Edit.Compiled(compiled.classes(), Map.of(), replaced), changed);
                    }
                    sources = wider;
                }
            }
        }
        return new Edit.Refused(List.of("the edit changes what too many other files see"));
    }

    /** Classes that another main file or a test already has. */
    private List<String> duplicates(Set<String> compiled, Set<String> replaced) {
        return compiled.stream()
                .filter(name ->
                        test.classes().contains(name) || main.classes().contains(name) && !replaced.contains(name))
                .limit(10)
                .map(name -> "duplicate class: " + name)
                .toList();
    }

    /** Simple names of the top-level classes that look different from outside. */
    private SortedSet<String> changes(Collection<byte[]> compiled, Set<String> replaced) throws IOException {
        List<byte[]> originals = new ArrayList<>();
        for (String name : replaced) {
            byte[] bytes = main.classes().read(name);
            if (bytes != null) {
                originals.add(bytes);
            }
        }
        SortedSet<String> before = ApiShape.of(originals);
        SortedSet<String> after = ApiShape.of(compiled);
        Set<String> different = new HashSet<>(before);
        different.addAll(after);
        different.removeIf(line -> before.contains(line) && after.contains(line));
        SortedSet<String> names = new TreeSet<>();
        different.forEach(line -> names.add(simpleName(line.substring(0, line.indexOf(' ')))));
        return names;
    }

    private static String simpleName(String internalName) {
        String name = internalName.substring(internalName.lastIndexOf('/') + 1);
        int dollar = name.indexOf('$', 1);
        return dollar < 0 ? name : name.substring(0, dollar);
    }

    private Edit withTests(Edit.Compiled compiled, SortedSet<String> changed) throws IOException {
        SortedMap<String, String> sources = new TreeMap<>();
        for (Map.Entry<String, String> file : test.sources().mentioning(changed).entrySet()) {
            // A test file that never compiled is no test.
            if (!test.classes().compiledFrom(file.getKey()).isEmpty()) {
                sources.put(file.getKey(), file.getValue());
            }
        }
        if (sources.isEmpty()) {
            return compiled;
        }
        Set<String> hidden = new HashSet<>(compiled.hidden());
        hidden.addAll(test.classes().compiledFrom(sources.keySet()));
        return switch (test.compiler().compile(sources, hidden, compiled.main())) {
            case Compilation.Refused refused -> new Edit.Refused(refused.errors());
            case Compilation.Compiled tests -> new Edit.Compiled(compiled.main(), tests.classes(), hidden);
        };
    }
}
