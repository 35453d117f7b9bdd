package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import org.elenchus.tools.repair.syntax.Context;
import org.elenchus.tools.repair.syntax.TypeGuess;

/** Repairs of shape: a statement put under a condition, a null answered by a default. */
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
            case ReturnStmt s -> s.getExpression().ifPresent(e -> orElse(site, e));
            default -> {
                // no shape to change
            }
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
}
