package org.elenchus.tools.repair.syntax;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the places of a file: statements in bodies of methods, constructors and initialisers. */
final class PlaceFinder {
    private final SourceFile file;
    private final List<Place> found = new ArrayList<>();

    private PlaceFinder(SourceFile file) {
        this.file = file;
    }

    static List<Place> find(SourceFile file) {
        PlaceFinder finder = new PlaceFinder(file);
        finder.walk(file.unit(), null, 0);
        finder.found.sort(Comparator.comparingInt((Place place) ->
                        place.context() == Context.BLOCK_END ? place.insertion() : file.start(place.node()))
                .thenComparing(Place::context));
        List<Place> numbered = new ArrayList<>();
        for (Place p : finder.found) {
            numbered.add(new Place(
                    numbered.size(),
                    p.node(),
                    p.context(),
                    p.roots(),
                    p.firstLine(),
                    p.lastLine(),
                    p.insertion(),
                    p.method(),
                    p.depth()));
        }
        return List.copyOf(numbered);
    }

    private void walk(Node node, @Nullable Method method, int depth) {
        if (node instanceof AnnotationExpr) {
            return;
        }
        Method inside = method;
        int inner = depth;
        if (isBodyOwner(node)) {
            inside = describe(node);
            inner = 0;
        } else if (node instanceof TypeDeclaration) {
            inside = null;
        } else if (node instanceof Statement statement && inside != null) {
            Method owner = inside;
            int at = depth;
            StatementShape.of(statement).ifPresent(shape -> add(statement, shape, owner, at));
            inner = statement instanceof BlockStmt ? depth : depth + 1;
        }
        if (node instanceof BlockStmt block && inside != null) {
            blockEnd(block, inside, depth);
        }
        if (node instanceof SwitchEntry entry && inside != null) {
            groupEnd(entry, inside, depth);
        }
        if (inside != null && node.getParentNode().orElse(null) instanceof BlockStmt) {
            switch (node) {
                case TryStmt s -> before(s, s.getTryBlock(), inside, depth);
                case SynchronizedStmt s -> before(s, s.getBody(), inside, depth);
                default -> {
                    // places of their own
                }
            }
        }
        for (Node child : node.getChildNodes()) {
            walk(child, inside, inner);
        }
    }

    private static boolean isBodyOwner(Node node) {
        return node instanceof CallableDeclaration
                || node instanceof InitializerDeclaration
                || node instanceof CompactConstructorDeclaration;
    }

    private void add(Statement statement, StatementShape shape, Method method, int depth) {
        int first = file.line(statement);
        int last = first;
        for (Expression root : shape.roots()) {
            last = Math.max(last, root.getRange().map(r -> r.end.line).orElse(last));
        }
        boolean inList = statement
                .getParentNode()
                .filter(p -> p instanceof BlockStmt || p instanceof SwitchEntry entry && isOldStyle(entry))
                .isPresent();
        boolean isFirstByLaw = statement instanceof ExplicitConstructorInvocationStmt;
        int insertion = inList && !isFirstByLaw ? file.start(statement) : -1;
        found.add(new Place(
                0, statement, shape.context(), shape.roots(), first, last, insertion, method, Math.min(depth, 9)));
    }

    private static boolean isOldStyle(SwitchEntry entry) {
        return entry.getType() == SwitchEntry.Type.STATEMENT_GROUP;
    }

    /** The line of a block's end is that of its last statement, or of its own beginning: lines that coverage knows. */
    private void blockEnd(BlockStmt block, Method method, int depth) {
        Optional<Statement> last = block.getStatements().getLast();
        if (last.filter(StatementShape::leaves).isPresent()) {
            return;
        }
        int line = file.line(last.map(s -> (Node) s).orElse(block));
        int insertion = file.end(block) - 1;
        found.add(new Place(0, block, Context.BLOCK_END, List.of(), line, line, insertion, method, Math.min(depth, 9)));
    }

    /** The end of a switch group that control runs past: a jump may be missing there. */
    private void groupEnd(SwitchEntry entry, Method method, int depth) {
        Optional<Statement> last = entry.getStatements().getLast();
        boolean open = isOldStyle(entry)
                && last.filter(s -> !StatementShape.leaves(s) && !(s instanceof BlockStmt))
                        .isPresent();
        if (open) {
            int line = file.line(last.get());
            found.add(new Place(
                    0,
                    last.get(),
                    Context.BLOCK_END,
                    List.of(),
                    line,
                    line,
                    file.end(last.get()),
                    method,
                    Math.min(depth, 9)));
        }
    }

    /** The gap before a statement that is no place itself; its line is that of the first statement inside, which coverage knows. */
    private void before(Statement statement, BlockStmt body, Method method, int depth) {
        int line = file.line(body.getStatements().getFirst().map(s -> (Node) s).orElse(statement));
        found.add(new Place(
                0,
                statement,
                Context.BLOCK_END,
                List.of(),
                line,
                line,
                file.start(statement),
                method,
                Math.min(depth, 9)));
    }

    private Method describe(Node node) {
        String type = enclosingType(node);
        int first = file.line(node);
        int lines = node.getRange().map(r -> r.getLineCount()).orElse(1);
        return switch (node) {
            case MethodDeclaration m ->
                new Method(
                        type, m.getNameAsString(), m.getTypeAsString(), m.isStatic(), m.isPublic(), first, lines, node);
            case ConstructorDeclaration c ->
                new Method(type, "<init>", "void", false, c.isPublic(), first, lines, node);
            case InitializerDeclaration i ->
                new Method(type, "<clinit>", "void", i.isStatic(), false, first, lines, node);
            default -> new Method(type, "<init>", "void", false, true, first, lines, node);
        };
    }

    static String enclosingType(Node node) {
        Optional<Node> parent = node.getParentNode();
        while (parent.isPresent()) {
            if (parent.get() instanceof TypeDeclaration<?> type) {
                return type.getNameAsString();
            }
            parent = parent.get().getParentNode();
        }
        return "";
    }
}
