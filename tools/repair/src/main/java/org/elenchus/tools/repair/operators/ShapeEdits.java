package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.LinkedHashSet;
import java.util.Set;
import org.elenchus.tools.repair.syntax.Context;
import org.elenchus.tools.repair.syntax.TypeGuess;

/** Repairs of shape: a statement put under a condition or taken out of one, a whole condition exchanged, a null answered by a default. */
final class ShapeEdits {
    private static final int CONDITIONS = 30;
    private static final int DEFAULTS = 8;

    private ShapeEdits() {}

    static void offer(Site site) {
        if (site.place().isGap() || site.place().context() == Context.BLOCK_END) {
            return;
        }
        Node node = site.place().node();
        switch (node) {
            case ExpressionStmt s
            when !s.getExpression().isVariableDeclarationExpr() -> {
                under(site, s);
                if (s.getExpression() instanceof AssignExpr a) {
                    orElse(site, a.getValue());
                }
            }
            case IfStmt s -> {
                exchange(site, s.getCondition());
                open(site, s);
            }
            case WhileStmt s -> exchange(site, s.getCondition());
            case ReturnStmt s ->
                s.getExpression().ifPresent(e -> {
                    unlessNull(site, e, site.place().method().returns());
                    orElse(site, e);
                });
            default -> {
                // no shape to change
            }
        }
        boolean compound = node instanceof IfStmt || node instanceof ForStmt || node instanceof ForEachStmt;
        if (compound && site.place().context() != Context.GUARD) {
            site.delete(Operator.DELETE_STATEMENT, Variant.WHOLE, site.place().context());
        }
    }

    private static void under(Site site, Statement statement) {
        String indent = site.file().indentAt(site.file().start(statement));
        site.checks().stream().limit(CONDITIONS).forEach(check -> {
            String text =
                    "if (" + check.text() + ") {\n" + indent + "    " + site.text(statement) + "\n" + indent + "}";
            site.replace(statement, text, Operator.INSERT_GUARD, Variant.AROUND, check.type(), check.subject());
        });
    }

    private static void exchange(Site site, Expression condition) {
        site.checks().stream()
                .limit(CONDITIONS)
                .forEach(check -> site.replace(
                        condition,
                        check.text(),
                        Operator.RESTORE_CONDITION,
                        check.check(),
                        check.type(),
                        check.subject()));
    }

    /** The body without its condition; the branches without the other. */
    private static void open(Site site, IfStmt statement) {
        site.replace(
                statement, inside(site, statement.getThenStmt()), Operator.DELETE_GUARD, Variant.KEEP_BODY, "", "");
        statement.getElseStmt().ifPresent(other -> {
            site.replace(statement, inside(site, other), Operator.DELETE_GUARD, Variant.KEEP_BODY, "", "");
            int end = site.file().end(statement.getThenStmt());
            site.splice(
                    end,
                    site.file().text().substring(end, site.file().end(other)),
                    "",
                    Operator.DELETE_STATEMENT,
                    Variant.WHOLE,
                    site.place().context(),
                    "",
                    "");
        });
    }

    private static String inside(Site site, Statement statement) {
        if (statement instanceof BlockStmt block) {
            if (block.getStatements().isEmpty()) {
                return ";";
            }
            int start = site.file().start(block.getStatement(0));
            int end = site.file().end(block.getStatement(block.getStatements().size() - 1));
            boolean declares = block.getStatements().stream()
                    .anyMatch(s ->
                            s instanceof ExpressionStmt e && e.getExpression().isVariableDeclarationExpr());
            return declares ? site.text(block) : site.file().text().substring(start, end);
        }
        return site.text(statement);
    }

    /** A variable unless it is null, else another of its type. */
    private static void orElse(Site site, Expression value) {
        String type = site.type(value);
        if (!(value instanceof NameExpr) || type.isEmpty() || TypeGuess.isPrimitive(type)) {
            return;
        }
        String name = site.text(value);
        site.scope().ofType(type).stream()
                .filter(other -> !other.name().equals(name))
                .limit(DEFAULTS)
                .forEach(other -> site.replace(
                        value,
                        name + " != null ? " + name + " : " + other.name(),
                        Operator.TERNARY,
                        Variant.NULL_CHECK,
                        type,
                        other.name()));
        MemberEdits.values(site, type).stream()
                .limit(DEFAULTS)
                .forEach(other -> site.replace(
                        value,
                        name + " != null ? " + name + " : " + other,
                        Operator.TERNARY,
                        Variant.NULL_CHECK,
                        type,
                        other));
    }

    private static void unlessNull(Site site, Expression value, String type) {
        Set<String> names = new LinkedHashSet<>();
        value.findAll(NameExpr.class)
                .forEach(n -> site.scope()
                        .find(n.getNameAsString())
                        .filter(v -> !TypeGuess.isPrimitive(v.type()))
                        .ifPresent(v -> names.add(v.name())));
        for (String name : names) {
            for (String otherwise : ResultEdits.defaults(type)) {
                if (!otherwise.equals(site.text(value))) {
                    String text = name + " == null ? " + otherwise + " : " + site.text(value);
                    site.replace(value, text, Operator.TERNARY, Variant.NULL_CHECK, type, name);
                }
            }
        }
    }
}
