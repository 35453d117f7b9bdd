package org.elenchus.tools.repair.meaning;

import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.EmptyStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Statements as a tree of choices: what happens after an early way out is the other branch. */
final class Statements {
    static final String LEAVE = "return;";

    private final Locals locals;
    private final Expressions expressions;

    Statements(Locals locals, Map<String, Expression> constants) {
        this.locals = locals;
        this.expressions = new Expressions(locals, constants, block -> "{" + of(block.getStatements(), "") + "}");
    }

    Expressions expressions() {
        return expressions;
    }

    /** @param tail what happens after them */
    String of(List<Statement> statements, String tail) {
        return statements.isEmpty() ? tail : one(statements.getFirst(), statements.subList(1, statements.size()), tail);
    }

    private String one(Statement statement, List<Statement> rest, String tail) {
        return switch (statement) {
            case ReturnStmt s ->
                s.getExpression().map(e -> value(e, v -> "return " + v + ";")).orElse(LEAVE);
            case ThrowStmt s -> thrown(s.getExpression());
            case BreakStmt s -> "break " + s.getLabel() + ";";
            case ContinueStmt s -> "continue " + s.getLabel() + ";";
            case EmptyStmt s -> of(rest, tail);
            case BlockStmt s when rest.isEmpty() -> of(s.getStatements(), tail);
            case IfStmt s -> choice(s, rest, tail);
            case ExpressionStmt s -> expression(s.getExpression()) + of(rest, tail);
            case TryStmt s -> attempt(s) + of(rest, tail);
            case WhileStmt s ->
                "while(" + expressions.of(s.getCondition()) + "){" + of(list(s.getBody()), "") + "}" + of(rest, tail);
            case ForEachStmt s ->
                "each(" + expressions.generic(s.getVariable()) + expressions.of(s.getIterable()) + "){"
                        + of(list(s.getBody()), "") + "}" + of(rest, tail);
            case ForStmt s ->
                "for(" + all(s.getInitialization()) + ";"
                        + s.getCompare().map(expressions::of).orElse("") + ";" + all(s.getUpdate()) + "){"
                        + of(list(s.getBody()), "") + "}" + of(rest, tail);
            default -> expressions.generic(statement) + of(rest, tail);
        };
    }

    private String all(List<Expression> list) {
        return list.stream().map(this::expression).collect(Collectors.joining(","));
    }

    private String choice(IfStmt s, List<Statement> rest, String tail) {
        List<Statement> yes = list(s.getThenStmt());
        List<Statement> no = s.getElseStmt().map(Statements::list).orElse(List.of());
        boolean splits = leaves(yes) || leaves(no);
        String after = splits ? of(rest, tail) : "";
        String first = of(yes, leaves(yes) ? "" : after);
        String second = of(no, leaves(no) ? "" : after);
        if (!splits) {
            return expressions.choice(s.getCondition(), first, second) + of(rest, tail);
        }
        // what both end with comes once, as where nothing is left early
        String end = first.endsWith(LEAVE) && second.endsWith(LEAVE) ? LEAVE : "";
        return expressions.choice(s.getCondition(), without(first, end), without(second, end)) + end;
    }

    private static String without(String text, String end) {
        return text.substring(0, text.length() - end.length());
    }

    private static boolean leaves(List<Statement> statements) {
        if (statements.isEmpty()) {
            return false;
        }
        return switch (statements.getLast()) {
            case ReturnStmt s -> true;
            case ThrowStmt s -> true;
            case BreakStmt s -> true;
            case ContinueStmt s -> true;
            case BlockStmt s -> leaves(s.getStatements());
            case IfStmt s ->
                leaves(list(s.getThenStmt()))
                        && s.getElseStmt().filter(e -> leaves(list(e))).isPresent();
            default -> false;
        };
    }

    private static List<Statement> list(Statement statement) {
        return statement instanceof BlockStmt block ? block.getStatements() : List.of(statement);
    }

    /** What a thrown exception says does not matter. */
    private String thrown(Expression e) {
        return e.isObjectCreationExpr()
                ? "throw " + Expressions.type(e.asObjectCreationExpr().getType()) + ";"
                : "throw " + expressions.of(e) + ";";
    }

    /** A value put somewhere; a conditional one as a choice between two. */
    private String value(Expression e, UnaryOperator<String> put) {
        return switch (e) {
            case EnclosedExpr p -> value(p.getInner(), put);
            case ConditionalExpr c ->
                expressions.choice(c.getCondition(), value(c.getThenExpr(), put), value(c.getElseExpr(), put));
            case NameExpr n
            when locals.meaning(n.getNameAsString())
                    .filter(m -> isConditional(m))
                    .isPresent() -> value(locals.meaning(n.getNameAsString()).get(), put);
            default -> put.apply(expressions.of(e));
        };
    }

    private static boolean isConditional(Expression e) {
        return e instanceof EnclosedExpr p ? isConditional(p.getInner()) : e.isConditionalExpr();
    }

    private String expression(Expression e) {
        return switch (e) {
            case VariableDeclarationExpr d ->
                d.getVariables().stream()
                        .filter(v -> locals.meaning(v.getNameAsString()).isEmpty())
                        .map(v -> {
                            String name = Expressions.type(v.getType()) + " " + locals.called(v.getNameAsString());
                            return v.getInitializer()
                                    .map(i -> value(i, x -> name + "=" + x + ";"))
                                    .orElse(name + ";");
                        })
                        .collect(Collectors.joining());
            case AssignExpr a
            when a.getOperator() == AssignExpr.Operator.ASSIGN -> {
                String target = expressions.of(a.getTarget());
                yield value(a.getValue(), x -> target + "=" + x + ";");
            }
            default -> expressions.of(e) + ";";
        };
    }

    private String attempt(TryStmt s) {
        String catches = s.getCatchClauses().stream()
                .map(c -> "catch(" + Expressions.type(c.getParameter().getType()) + "){"
                        + of(c.getBody().getStatements(), "") + "}")
                .collect(Collectors.joining());
        return "try(" + all(s.getResources()) + "){" + of(s.getTryBlock().getStatements(), "") + "}" + catches
                + s.getFinallyBlock()
                        .map(b -> "finally{" + of(b.getStatements(), "") + "}")
                        .orElse("");
    }
}
