package org.elenchus.tools.mining.history.fix;

import com.github.javaparser.JavaToken;
import com.github.javaparser.Position;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithBody;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.elenchus.tools.mining.history.diff.LineRange;
import org.elenchus.tools.mining.history.diff.SourceShape;

/** Reads the units that lie on some lines of a source. */
final class Units {
    private Units() {}

    /** In order of the text. */
    static List<Unit> on(SourceShape source, List<LineRange> lines) {
        List<Unit> units = new ArrayList<>();
        source.unit()
                .walk(node -> head(node).ifPresent(head -> {
                    LineRange range = LineRange.between(head.from().line, head.to().line);
                    if (lines.stream().anyMatch(range::touches)) {
                        units.add(new Unit(head.kind(), words(node, head)));
                    }
                }));
        return units;
    }

    private record Head(Unit.Kind kind, Position from, Position to) {}

    private static Optional<Head> head(Node node) {
        return switch (node) {
            case BlockStmt block -> Optional.empty();
            case LabeledStmt label -> Optional.empty();
            case LocalClassDeclarationStmt local -> Optional.empty();
            case TryStmt attempt -> before(Unit.Kind.OTHER, attempt, attempt.getTryBlock());
            case IfStmt choice -> before(Unit.Kind.IF, choice, choice.getThenStmt());
            case SwitchStmt choice ->
                choice.getEntries().isEmpty()
                        ? whole(Unit.Kind.OTHER, choice)
                        : before(Unit.Kind.OTHER, choice, choice.getEntries().get(0));
            case SwitchEntry entry ->
                entry.getStatements().isEmpty()
                        ? whole(Unit.Kind.OTHER, entry)
                        : before(Unit.Kind.OTHER, entry, entry.getStatements().get(0));
            case SynchronizedStmt lock -> before(Unit.Kind.OTHER, lock, lock.getBody());
            case ForEachStmt loop -> before(Unit.Kind.OTHER, loop, loop.getBody());
            case NodeWithBody<?> loop -> before(Unit.Kind.LOOP, node, loop.getBody());
            case CatchClause clause -> before(Unit.Kind.CATCH, clause, clause.getBody());
            case ReturnStmt result -> whole(Unit.Kind.RETURN, result);
            case ThrowStmt thrown -> whole(Unit.Kind.THROW, thrown);
            case Statement simple -> whole(Unit.Kind.OTHER, simple);
            case FieldDeclaration field -> whole(Unit.Kind.FIELD, field);
            case EnumConstantDeclaration constant -> whole(Unit.Kind.FIELD, constant);
            case CallableDeclaration<?> callable ->
                callable.findFirst(BlockStmt.class).flatMap(body -> before(Unit.Kind.SIGNATURE, callable, body));
            default -> Optional.empty();
        };
    }

    private static Optional<Head> whole(Unit.Kind kind, Node node) {
        return node.getRange().map(range -> new Head(kind, range.begin, range.end));
    }

    private static Optional<Head> before(Unit.Kind kind, Node node, Node body) {
        return node.getRange()
                .flatMap(range -> body.getRange().map(inner -> new Head(kind, range.begin, previous(inner.begin))));
    }

    private static Position previous(Position position) {
        return new Position(position.line, Math.max(1, position.column - 1));
    }

    private static List<String> words(Node node, Head head) {
        List<String> words = new ArrayList<>();
        node.getTokenRange().ifPresent(tokens -> {
            for (JavaToken token : tokens) {
                boolean inHead = token.getRange()
                        .filter(range -> !range.begin.isAfter(head.to()))
                        .isPresent();
                if (inHead && !token.getCategory().isWhitespaceOrComment()) {
                    words.add(token.getText());
                }
            }
        });
        return words;
    }
}
