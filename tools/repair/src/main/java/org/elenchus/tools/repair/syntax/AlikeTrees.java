package org.elenchus.tools.repair.syntax;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.metamodel.PropertyMetaModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether two syntax trees say the same: alike but for comments, white space, parentheses, braces around one statement, and the order of
 * operands of {@code &&} and {@code ||} that can neither throw nor change anything.
 */
final class AlikeTrees {
    private AlikeTrees() {}

    static boolean of(Node left, Node right) {
        Node a = bare(left);
        Node b = bare(right);
        if (a.getClass() != b.getClass()) {
            return false;
        }
        if (a instanceof BinaryExpr x
                && b instanceof BinaryExpr y
                && isJunction(x)
                && x.getOperator() == y.getOperator()) {
            return junctions(x, y);
        }
        for (PropertyMetaModel property : a.getMetaModel().getAllPropertyMetaModels()) {
            String name = property.getName();
            boolean ignored = name.equals("comment") || name.equals("imports");
            if (!ignored && !alike(value(property, a), value(property, b))) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Object value(PropertyMetaModel property, Node node) {
        Object value = property.getValue(node);
        return value instanceof Optional<?> maybe ? maybe.orElse(null) : value;
    }

    private static boolean alike(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Node x && b instanceof Node y) {
            return of(x, y);
        }
        if (a instanceof NodeList<?> x && b instanceof NodeList<?> y) {
            if (x.size() != y.size()) {
                return false;
            }
            for (int i = 0; i < x.size(); i++) {
                if (!of(x.get(i), y.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return Objects.equals(a, b);
    }

    /** Without parentheses, and without braces around one statement that declares nothing. */
    private static Node bare(Node node) {
        if (node instanceof EnclosedExpr enclosed) {
            return bare(enclosed.getInner());
        }
        if (node instanceof FieldAccessExpr access && isPackage(access.getScope())) {
            return new NameExpr(access.getNameAsString());
        }
        if (node instanceof ClassOrInterfaceType type
                && type.getScope()
                        .filter(s -> Character.isLowerCase(s.getNameAsString().charAt(0)))
                        .isPresent()) {
            return type.clone().removeScope();
        }
        boolean mayStandBare = node.getParentNode()
                .filter(p -> p instanceof IfStmt
                        || p instanceof ForStmt
                        || p instanceof WhileStmt
                        || p instanceof ForEachStmt
                        || p instanceof DoStmt)
                .isPresent();
        if (mayStandBare
                && node instanceof BlockStmt block
                && block.getStatements().size() == 1) {
            Statement only = block.getStatement(0);
            boolean plain =
                    only instanceof ExpressionStmt s && !s.getExpression().isVariableDeclarationExpr()
                            || only.isReturnStmt()
                            || only.isThrowStmt()
                            || only.isBreakStmt()
                            || only.isContinueStmt();
            return plain ? only : node;
        }
        return node;
    }

    /** {@code java.util} and such, before a type. */
    private static boolean isPackage(Expression scope) {
        return scope.toString().startsWith("java.");
    }

    private static boolean isJunction(BinaryExpr b) {
        return b.getOperator() == BinaryExpr.Operator.AND || b.getOperator() == BinaryExpr.Operator.OR;
    }

    private static boolean junctions(BinaryExpr a, BinaryExpr b) {
        List<Expression> left = operands(a, a.getOperator());
        List<Expression> right = new ArrayList<>(operands(b, b.getOperator()));
        if (left.size() != right.size()) {
            return false;
        }
        boolean mayMove = left.stream().allMatch(PlainExpression::is);
        for (Expression operand : left) {
            int at = 0;
            while (at < right.size() && !of(operand, right.get(at))) {
                at++;
            }
            if (at == right.size() || at > 0 && !mayMove) {
                return false;
            }
            right.remove(at);
        }
        return true;
    }

    private static List<Expression> operands(Expression expression, BinaryExpr.Operator operator) {
        if (bare(expression) instanceof BinaryExpr b && b.getOperator() == operator) {
            List<Expression> all = new ArrayList<>(operands(b.getLeft(), operator));
            all.addAll(operands(b.getRight(), operator));
            return all;
        }
        return List.of(expression);
    }
}
