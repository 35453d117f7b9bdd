package org.elenchus.tools.repair.meaning;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The locals and parameters of a member: what each is called when names do not matter, which of them are whole numbers, and which are
 * nothing but a name for an expression. A local is that when it is never assigned again and its value only asks (by the names of what it
 * calls), or when one use in the very next statement is all there is.
 */
final class Locals {
    private static final Pattern ASKS = Pattern.compile(
            "(?:get|is|has|to)[A-Z].*|length|size|charAt|substring|group|trim|name|ordinal|compareTo|equals|abs|signum|\\w+Value|multiply|hashCode");
    private static final Set<String> WHOLE = Set.of("int", "long", "short", "byte", "char");
    private static final Set<String> FLOATING = Set.of("double", "float", "Double", "Float");
    private static final Set<String> WHOLE_CALLS = Set.of("length", "size", "compareTo", "indexOf");

    private final Map<String, Expression> meant = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> whole = new HashSet<>();
    private final Set<String> floating = new HashSet<>();

    Locals(Node member) {
        Map<String, Integer> declared = new HashMap<>();
        member.findAll(VariableDeclarator.class, v -> v.getParentNode().orElse(null) instanceof VariableDeclarationExpr)
                .forEach(v -> declared.merge(v.getNameAsString(), 1, Integer::sum));
        member.findAll(Parameter.class).forEach(p -> declared.merge(p.getNameAsString(), 1, Integer::sum));
        Set<String> assigned = assigned(member);
        member.walk(Node.TreeTraversal.PREORDER, node -> {
            if (node instanceof Parameter p) {
                name(p.getNameAsString(), p.getTypeAsString());
            } else if (node instanceof VariableDeclarator v
                    && v.getParentNode().orElse(null) instanceof VariableDeclarationExpr d) {
                boolean once =
                        declared.getOrDefault(v.getNameAsString(), 0) == 1 && !assigned.contains(v.getNameAsString());
                Optional<Expression> value = v.getInitializer().filter(e -> once && stands(member, v, d, e));
                value.ifPresentOrElse(
                        e -> meant.put(v.getNameAsString(), e), () -> name(v.getNameAsString(), v.getTypeAsString()));
                number(v.getNameAsString(), v.getTypeAsString());
            }
        });
        Set<String> circular = new HashSet<>();
        Set<String> done = new HashSet<>();
        meant.keySet().forEach(name -> circular(name, new HashSet<>(), done, circular));
        meant.keySet().removeAll(circular);
        circular.forEach(name -> name(name, ""));
    }

    /** Finds locals that would stand for themselves by way of others: an edit may write that, though no compiler would take it. */
    private void circular(String name, Set<String> open, Set<String> done, Set<String> found) {
        if (open.contains(name)) {
            found.add(name);
            return;
        }
        Expression value = meant.get(name);
        if (value != null && done.add(name)) {
            open.add(name);
            value.findAll(NameExpr.class).forEach(n -> circular(n.getNameAsString(), open, done, found));
            open.remove(name);
        }
    }

    private void name(String name, String type) {
        names.putIfAbsent(name, "$" + names.size());
        number(name, type);
    }

    private void number(String name, String type) {
        if (WHOLE.contains(type)) {
            whole.add(name);
        }
        if (FLOATING.contains(type)) {
            floating.add(name);
        }
    }

    private static Set<String> assigned(Node member) {
        Set<String> assigned = new HashSet<>();
        member.findAll(AssignExpr.class).forEach(a -> {
            if (a.getTarget() instanceof NameExpr n) {
                assigned.add(n.getNameAsString());
            }
        });
        member.findAll(UnaryExpr.class).forEach(u -> {
            boolean steps = u.getOperator() != UnaryExpr.Operator.LOGICAL_COMPLEMENT
                    && u.getOperator() != UnaryExpr.Operator.MINUS;
            if (steps && u.getExpression() instanceof NameExpr n) {
                assigned.add(n.getNameAsString());
            }
        });
        return assigned;
    }

    private static boolean stands(Node member, VariableDeclarator v, VariableDeclarationExpr d, Expression value) {
        if (!(d.getParentNode().orElse(null) instanceof ExpressionStmt statement)
                || d.getVariables().size() != 1) {
            return false;
        }
        boolean asks = value.findAll(ObjectCreationExpr.class).isEmpty()
                && value.findAll(LambdaExpr.class).isEmpty()
                && value.findAll(AssignExpr.class).isEmpty()
                && !value.isArrayCreationExpr()
                && !value.isArrayInitializerExpr()
                && value.findAll(MethodCallExpr.class).stream()
                        .allMatch(c -> ASKS.matcher(c.getNameAsString()).matches());
        if (asks) {
            return true;
        }
        String name = v.getNameAsString();
        List<NameExpr> uses =
                member.findAll(NameExpr.class, n -> n.getNameAsString().equals(name));
        return uses.size() == 1
                && next(statement)
                        .filter(s -> !s.isBlockStmt() && s.isAncestorOf(uses.getFirst()))
                        .isPresent();
    }

    private static Optional<Statement> next(ExpressionStmt statement) {
        if (statement.getParentNode().orElse(null) instanceof BlockStmt block) {
            int at = block.getStatements().indexOf(statement);
            return at >= 0 && at + 1 < block.getStatements().size()
                    ? Optional.of(block.getStatement(at + 1))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /** What a local is nothing but a name for. */
    Optional<Expression> meaning(String name) {
        return Optional.ofNullable(meant.get(name));
    }

    boolean isLocal(String name) {
        return names.containsKey(name) || meant.containsKey(name);
    }

    /** The number of a local or parameter; any other name as it is. */
    String called(String name) {
        return names.getOrDefault(name, name);
    }

    boolean isWhole(Expression e) {
        return switch (e) {
            case NameExpr n -> whole.contains(n.getNameAsString());
            case MethodCallExpr c -> WHOLE_CALLS.contains(c.getNameAsString());
            default -> false;
        };
    }

    boolean isFloating(Expression e) {
        return e.isDoubleLiteralExpr() || e instanceof NameExpr n && floating.contains(n.getNameAsString());
    }
}
