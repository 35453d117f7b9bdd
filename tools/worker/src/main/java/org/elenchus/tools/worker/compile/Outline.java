package org.elenchus.tools.worker.compile;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.ToolProvider;

/** A source text and where the bodies of its methods and constructors are; those of local and anonymous classes are part of what holds them. */
public record Outline(String text, List<Body> bodies) {
    public Outline {
        bodies = List.copyOf(bodies);
    }

    /**
     * Offsets from the opening brace to behind the closing one.
     *
     * @param owner binary name of the class that declares the method
     */
    public record Body(int start, int end, String owner, boolean constructor) {}

    /** A text that does not parse has no bodies. */
    static Outline of(String path, String text, JavaFileManager files, List<String> options) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Diagnostics diagnostics = new Diagnostics();
        JavacTask task = (JavacTask) compiler.getTask(
                Writer.nullWriter(), files, diagnostics, options, null, List.of(new SourceText(path, text)));
        List<Body> bodies = new ArrayList<>();
        try {
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                String prefix = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
                unit.getTypeDecls().forEach(type -> collect(type, prefix, unit, positions, bodies));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bodies.sort(Comparator.comparingInt(Body::start));
        return new Outline(text, diagnostics.errors().isEmpty() ? bodies : List.of());
    }

    /** @param owner binary name of the class around, or what comes before a top-level class's simple name */
    private static void collect(
            Tree tree, String owner, CompilationUnitTree unit, SourcePositions positions, List<Body> bodies) {
        if (tree instanceof ClassTree type) {
            String separator = owner.isEmpty() || owner.endsWith(".") ? "" : "$";
            String name = owner + separator + type.getSimpleName();
            type.getMembers().forEach(member -> collect(member, name, unit, positions, bodies));
        } else if (tree instanceof MethodTree method && method.getBody() != null) {
            BlockTree body = method.getBody();
            bodies.add(new Body(
                    (int) positions.getStartPosition(unit, body),
                    (int) positions.getEndPosition(unit, body),
                    owner,
                    method.getReturnType() == null));
        }
    }
}
