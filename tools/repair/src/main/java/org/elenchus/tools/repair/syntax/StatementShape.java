package org.elenchus.tools.repair.syntax;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a statement is as a place: its context and the expressions of its header. */
public record StatementShape(Context context, List<Expression> roots) {
    public StatementShape {
        roots = List.copyOf(roots);
    }

    /** Empty for statements that are no place: blocks, labels, try, synchronized, asserts, local classes. */
    static Optional<StatementShape> of(Statement statement) {
        return Optional.ofNullable(
                switch (statement) {
                    case IfStmt s -> shape(isGuard(s) ? Context.GUARD : Context.IF_CONDITION, s.getCondition());
                    case WhileStmt s -> shape(Context.LOOP_HEADER, s.getCondition());
                    case DoStmt s -> shape(Context.LOOP_HEADER, s.getCondition());
                    case ForEachStmt s -> shape(Context.LOOP_HEADER, s.getIterable());
                    case ForStmt s -> new StatementShape(Context.LOOP_HEADER, header(s));
                    case ReturnStmt s ->
                        new StatementShape(
                                Context.RETURN, s.getExpression().map(List::of).orElse(List.of()));
                    case YieldStmt s -> shape(Context.RETURN, s.getExpression());
                    case ThrowStmt s -> shape(Context.THROW, s.getExpression());
                    case SwitchStmt s -> shape(Context.SWITCH, s.getSelector());
                    case BreakStmt s -> new StatementShape(Context.JUMP, List.of());
                    case ContinueStmt s -> new StatementShape(Context.JUMP, List.of());
                    case ExplicitConstructorInvocationStmt s ->
                        new StatementShape(Context.CONSTRUCTOR_CALL, s.getArguments());
                    case ExpressionStmt s -> ofExpression(s.getExpression());
                    default -> null;
                });
    }

    private static StatementShape ofExpression(Expression expression) {
        return switch (expression) {
            case VariableDeclarationExpr d -> new StatementShape(Context.DECLARATION, initialisers(d));
            case AssignExpr a -> shape(assigns(a.getTarget()), a);
            case UnaryExpr u -> shape(Context.ASSIGNMENT, u);
            default -> shape(Context.CALL, expression);
        };
    }

    private static Context assigns(Expression target) {
        return target instanceof FieldAccessExpr ? Context.FIELD_ASSIGNMENT : Context.ASSIGNMENT;
    }

    private static StatementShape shape(Context context, Expression root) {
        return new StatementShape(context, List.of(root));
    }

    private static List<Expression> header(ForStmt loop) {
        List<Expression> roots = new ArrayList<>();
        for (Expression init : loop.getInitialization()) {
            roots.addAll(init instanceof VariableDeclarationExpr d ? initialisers(d) : List.of(init));
        }
        loop.getCompare().ifPresent(roots::add);
        roots.addAll(loop.getUpdate());
        return roots;
    }

    private static List<Expression> initialisers(VariableDeclarationExpr declaration) {
        List<Expression> roots = new ArrayList<>();
        declaration.getVariables().forEach(v -> v.getInitializer().ifPresent(roots::add));
        return roots;
    }

    /** An {@code if} without {@code else} that only leaves. */
    public static boolean isGuard(IfStmt statement) {
        if (statement.getElseStmt().isPresent() || isElseBranch(statement)) {
            return false;
        }
        return soleStatement(statement.getThenStmt())
                .filter(StatementShape::leaves)
                .isPresent();
    }

    private static boolean isElseBranch(IfStmt statement) {
        Optional<Node> parent = statement.getParentNode();
        return parent.isPresent() && parent.get() instanceof IfStmt;
    }

    /** The statement itself, or the only one of a block. */
    public static Optional<Statement> soleStatement(Statement statement) {
        if (statement instanceof BlockStmt block) {
            return block.getStatements().size() == 1 ? block.getStatements().getFirst() : Optional.empty();
        }
        return Optional.of(statement);
    }

    /** Whether control never runs past it. */
    static boolean leaves(Statement statement) {
        return statement instanceof ReturnStmt
                || statement instanceof ThrowStmt
                || statement instanceof BreakStmt
                || statement instanceof ContinueStmt
                || statement instanceof YieldStmt;
    }
}
