package org.elenchus.tools.repair.syntax;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import java.util.function.Consumer;

/** Visits the expressions of a place, outermost first; blocks and class bodies inside belong to other places. */
public final class ExpressionWalk {
    private ExpressionWalk() {}

    public static void visit(Expression root, Consumer<Expression> visitor) {
        visitor.accept(root);
        for (Node child : root.getChildNodes()) {
            descend(root, child, visitor);
        }
    }

    private static void descend(Expression parent, Node child, Consumer<Expression> visitor) {
        boolean foreign = child instanceof BlockStmt
                || child instanceof BodyDeclaration
                || child instanceof AnnotationExpr
                || (parent instanceof SwitchExpr s && child != s.getSelector());
        if (foreign) {
            return;
        }
        if (child instanceof Expression expression) {
            visit(expression, visitor);
        } else if (child instanceof ExpressionStmt) {
            // the body of an expression lambda is a place of its own
            return;
        }
    }
}
