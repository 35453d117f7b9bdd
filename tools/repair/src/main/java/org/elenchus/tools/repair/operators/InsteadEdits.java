package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import java.util.LinkedHashSet;
import java.util.Set;
import org.elenchus.tools.repair.syntax.Ingredient;

/** A refusal in a statement's place; a statement of the file where a condition does not hold. */
final class InsteadEdits {
    private static final int REFUSALS = 6;
    private static final int ELSE = 24;

    private InsteadEdits() {}

    static void offer(Site site) {
        Node node = site.place().node();
        if (site.place().isGap() || node instanceof BlockStmt) {
            return;
        }
        switch (node) {
            case ReturnStmt s -> refuse(site, s);
            case ExpressionStmt s
            when !s.getExpression().isVariableDeclarationExpr()
                    && !(s.getParentNode().orElse(null) instanceof LambdaExpr) -> refuse(site, s);
            case IfStmt s when s.getElseStmt().isEmpty() -> otherwise(site, s);
            default -> {
                // nothing to put instead
            }
        }
    }

    private static void refuse(Site site, Node statement) {
        Set<String> refusals = new LinkedHashSet<>();
        refusals.add("throw new UnsupportedOperationException();");
        refusals.add("throw new IllegalArgumentException();");
        refusals.add("throw new IllegalStateException();");
        site.nearest(site.ingredients().throwing(), REFUSALS).stream()
                .map(Ingredient::text)
                .forEach(refusals::add);
        refusals.forEach(r -> site.replace(statement, r, Operator.EXCEPTION, Variant.INSTEAD, "", r));
    }

    private static void otherwise(Site site, IfStmt statement) {
        String indent = site.file().indentAt(site.file().start(statement));
        int end = site.file().end(statement);
        StatementEdits.known(site)
                .limit(ELSE)
                .forEach(text -> site.splice(
                        end,
                        "",
                        " else {\n" + indent + "    " + text + "\n" + indent + "}",
                        Operator.INSERT_STATEMENT,
                        Variant.ELSE,
                        site.place().context(),
                        "",
                        text));
    }
}
