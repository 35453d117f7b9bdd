package org.elenchus.tools.worker.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.elenchus.tools.worker.compile.EditCompiler;
import org.elenchus.tools.worker.compile.Outline;
import org.elenchus.tools.worker.compile.Outline.Body;
import org.elenchus.tools.worker.compile.SnapshotCompiler;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class GraftingTest {
    private static final String PATH = "sample/Ledger.java";

    /** Small edits: what to find and what to write there. */
    private static final Map<Pattern, String> EDITS = new LinkedHashMap<>();

    static {
        EDITS.put(Pattern.compile(" \\+ "), " - ");
        EDITS.put(Pattern.compile("\\b0\\b"), "3");
        EDITS.put(Pattern.compile(" == "), " != ");
        EDITS.put(Pattern.compile(" < "), " <= ");
        EDITS.put(Pattern.compile("(?m)^ +[^\\s].*;$"), "");
        EDITS.put(Pattern.compile("return ([^;]+);"), "if (entries != null) { return $1; }");
        EDITS.put(Pattern.compile("return ([^;]+);"), "Runnable r = () -> { }; r.run();\n return $1;");
        EDITS.put(Pattern.compile("limit"), "(new Object() { int x = limit; }.x)");
        EDITS.put(Pattern.compile("dropped"), "dropped /* } */ + 0 //\n");
        EDITS.put(Pattern.compile("entry"), "(/* a comment that never ends ");
        EDITS.put(Pattern.compile("\\}"), "} }");
        EDITS.put(Pattern.compile("case "), "assert limit > 0; case ");
    }

    @TempDir
    Path root;

    private EditBuilder edits;
    private Grafting grafting;
    private ClassFolder classes;
    private Outline outline;

    private void prepare(int release) throws IOException {
        SnapshotFolder folder = new SnapshotFolder(root);
        Path sources = Path.of("src/test/resources/graft");
        new SnapshotCompiler(release).compile(sources, folder.mainClasses(), List.of());
        EditCompiler compiler = new EditCompiler(List.of(folder.mainClasses()), release);
        classes = new ClassFolder(folder.mainClasses());
        EditBuilder.Part main = new EditBuilder.Part(new SourceFolder(sources), classes, compiler);
        Path none = root.resolve("none");
        EditBuilder.Part tests = new EditBuilder.Part(new SourceFolder(none), new ClassFolder(none), compiler);
        grafting = new Grafting(main);
        edits = new EditBuilder(main, tests);
        outline = compiler.outline(PATH, Files.readString(sources.resolve(PATH)));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 21})
    void a_graft_gives_the_classes_that_compiling_the_whole_file_gives(int release) throws IOException {
        prepare(release);
        List<String> texts = new ArrayList<>();
        for (Body body : outline.bodies()) {
            texts.addAll(edited(outline.text(), body));
        }
        int pairs = 0;
        for (Body first : outline.bodies()) {
            for (Body last : outline.bodies()) {
                if (first.end() < last.start() && (pairs++ % 15) == 0) {
                    edited(outline.text(), last).stream()
                            .limit(1)
                            .forEach(text -> texts.addAll(
                                    edited(text, first).stream().limit(2).toList()));
                }
            }
        }
        int grafted = 0;
        int compiling = 0;
        int refused = 0;
        for (String text : texts) {
            SortedMap<String, String> overlay = new TreeMap<>(Map.of(PATH, text));
            Optional<Edit> quick = grafting.build(overlay);
            Edit whole = edits.whole(overlay);
            compiling += whole instanceof Edit.Compiled ? 1 : 0;
            if (quick.isPresent()) {
                grafted += quick.get() instanceof Edit.Compiled ? 1 : 0;
                refused += quick.get() instanceof Edit.Refused ? 1 : 0;
                assertThat(seen(quick.get())).as(text).isEqualTo(seen(whole));
            }
        }
        assertThat(refused).as("of " + (texts.size() - compiling)).isGreaterThan((texts.size() - compiling) / 2);
        assertThat(compiling).isGreaterThan(80);
        assertThat(grafted).as("of " + compiling).isGreaterThan(compiling / 4).isLessThan(compiling);
    }

    @ParameterizedTest
    @ValueSource(ints = 17)
    void what_is_outside_of_bodies_is_compiled_whole(int release) throws IOException {
        prepare(release);
        for (String edit : List.of(
                outline.text().replace("limit = 10", "limit = 11"),
                outline.text().replace("public boolean add(T entry)", "boolean add(T entry)"),
                outline.text().replace("(\"none\", 0)", "(\"none\", 1)"),
                outline.text().replace("import java.util.List;", "import java.util.*;"),
                outline.text())) {
            assertThat(grafting.build(new TreeMap<>(Map.of(PATH, edit)))).isEmpty();
        }
    }

    private static List<String> edited(String text, Body body) {
        List<String> texts = new ArrayList<>();
        EDITS.forEach((pattern, replacement) -> {
            Matcher matcher = pattern.matcher(text).region(body.start() + 1, body.end() - 1);
            while (matcher.find()) {
                String found = matcher.group();
                texts.add(text.substring(0, matcher.start())
                        + pattern.matcher(found).replaceFirst(replacement)
                        + text.substring(matcher.end()));
            }
        });
        return texts;
    }

    /** Errors, or what a loader would find in one canonical form. */
    private Object seen(Edit edit) throws IOException {
        return switch (edit) {
            case Edit.Refused refused -> refused.errors();
            case Edit.Compiled compiled -> classes(compiled);
        };
    }

    private Map<String, String> classes(Edit.Compiled edit) throws IOException {
        Map<String, String> seen = new TreeMap<>();
        for (String name : classes.names()) {
            byte[] original = edit.hidden().contains(name) ? null : classes.read(name);
            byte[] bytes = edit.main().getOrDefault(name, original);
            if (bytes != null) {
                seen.put(name, canonical(bytes));
            }
        }
        edit.main().forEach((name, bytes) -> seen.putIfAbsent(name, canonical(bytes)));
        return seen;
    }

    private static String canonical(byte[] bytes) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(bytes)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            @Override
                            public void visitInnerClass(String name, String outer, String inner, int access) {
                                // Lists every nested class that any method names; nothing but reflection reads it.
                            }
                        },
                        0);
        return HexFormat.of().formatHex(writer.toByteArray());
    }
}
