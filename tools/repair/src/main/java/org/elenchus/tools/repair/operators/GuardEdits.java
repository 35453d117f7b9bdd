package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.elenchus.tools.repair.syntax.Context;
import org.elenchus.tools.repair.syntax.Ingredient;
import org.elenchus.tools.repair.syntax.SourceText;
import org.elenchus.tools.repair.syntax.StatementShape;

/** Guards deleted and inserted: {@code if (condition) leave;}. */
final class GuardEdits {
    private static final int BODIES = 8;
    private static final int MUTATIONS = 12;
    private static final int KNOWN = 40;
    private static final int PRODUCT = 120;

    private static final int REFUSED = 60;
    private static final List<String> REFUSALS = List.of(
            "IllegalStateException",
            "java.util.NoSuchElementException",
            "IllegalArgumentException",
            "UnsupportedOperationException",
            "NullPointerException",
            "IndexOutOfBoundsException");

    private GuardEdits() {}

    static void offer(Site site) {
        if (site.place().context() == Context.GUARD && site.place().node() instanceof IfStmt guard) {
            boolean recoverable = !site.breaking() || isRecoverable(site, guard);
            if (recoverable) {
                Deletions.offer(site, Operator.DELETE_GUARD, kindOf(site, guard), Context.GUARD);
            }
        }
        if (site.place().insertion() >= 0) {
            insertions(site);
        }
    }

    /** Whether {@link #insertions} would offer the guard again after it is gone. */
    private static boolean isRecoverable(Site site, IfStmt guard) {
        String condition = SourceText.flat(site.text(guard.getCondition()));
        Optional<Statement> body = StatementShape.soleStatement(guard.getThenStmt());
        if (body.isEmpty() || !ConditionPool.survives(site, condition)) {
            return false;
        }
        String text = SourceText.flat(site.text(body.get()));
        if (body.get() instanceof ThrowStmt thrown) {
            return site.standsElsewhere(site.ingredients().throwing(), text) || isRefusal(thrown);
        }
        return !(body.get() instanceof ReturnStmt r)
                || bodies(site).stream().anyMatch(b -> b.equals(text))
                        && (r.getExpression()
                                                .map(e -> site.ingredients()
                                                        .returnedCount()
                                                        .getOrDefault(SourceText.flat(site.text(e)), 0))
                                                .orElse(2)
                                        > 1
                                || isDefault(site, text));
    }

    /** Whether {@link #further} offers it, but for its words. */
    private static boolean isRefusal(ThrowStmt thrown) {
        return thrown.getExpression() instanceof ObjectCreationExpr creation
                && REFUSALS.stream()
                        .anyMatch(r -> r.substring(r.lastIndexOf('.') + 1).equals(creation.getTypeAsString()))
                && creation.getArguments().size() <= 1;
    }

    private static boolean isDefault(Site site, String text) {
        String type = site.place().method().returns();
        return ResultEdits.defaults(type).stream().anyMatch(d -> text.equals("return " + d + ";"))
                || ResultEdits.variables(site, type).anyMatch(v -> text.equals("return " + v + ";"));
    }

    private static Variant kindOf(Site site, IfStmt guard) {
        String condition = SourceText.flat(site.text(guard.getCondition()));
        if (condition.endsWith("== null")) {
            return Variant.NULL_CHECK;
        }
        return condition.endsWith(".isEmpty()") ? Variant.EMPTY_CHECK : Variant.KNOWN_CONDITION;
    }

    /** Conditions by bodies in diagonal order, so that the likely ones of both meet first. */
    private static void insertions(Site site) {
        if (!site.breaking()) {
            likely(site);
            return;
        }
        List<ConditionPool.Check> checks = site.checks();
        List<String> bodies = bodies(site);
        int offered = 0;
        for (int sum = 0; sum < checks.size() + bodies.size(); sum++) {
            for (int i = Math.max(0, sum - bodies.size() + 1); i <= Math.min(sum, checks.size() - 1); i++) {
                if (site.breaking() && ++offered > MUTATIONS) {
                    return;
                }
                guard(site, checks.get(i), bodies.get(sum - i));
            }
        }
    }

    /** The nearest guards of the file that fit; then conditions by bodies, a pair the earlier the smaller the product of their ranks. */
    private static void likely(Site site) {
        Set<String> known = new LinkedHashSet<>();
        site.ingredients().guards().stream()
                .filter(g -> site.fits(g.condition()) && site.fits(g.body()))
                .filter(g -> !g.body().text().startsWith("return")
                        || g.returns().equals(site.place().method().returns()))
                .sorted(Comparator.comparingInt(g -> Math.abs(g.condition().line() - site.firstLine())))
                .filter(g -> known.add(g.condition().text() + g.body().text()))
                .limit(KNOWN)
                .forEach(g -> guard(
                        site,
                        new ConditionPool.Check(
                                g.condition().text(),
                                Variant.KNOWN_CONDITION,
                                "boolean",
                                g.condition().text()),
                        g.body().text()));
        List<ConditionPool.Check> checks = site.checks();
        List<String> bodies = bodies(site);
        RankPair.likeliest(checks.size(), bodies.size(), PRODUCT)
                .forEach(pair -> guard(site, checks.get(pair.first()), bodies.get(pair.second())));
    }

    /** Refusals by the platform's own exceptions, whether the file knows them or not. */
    static void further(Site site) {
        if (site.place().insertion() >= 0) {
            List<ConditionPool.Check> checks = site.checks();
            RankPair.likeliest(checks.size(), REFUSALS.size(), REFUSED)
                    .forEach(pair ->
                            guard(site, checks.get(pair.first()), "throw new " + REFUSALS.get(pair.second()) + "();"));
        }
    }

    static void guard(Site site, ConditionPool.Check check, String body) {
        String text = "if (" + check.text() + ") {\n"
                + site.file().indentAt(site.place().insertion()) + "    " + body + "\n"
                + site.file().indentAt(site.place().insertion()) + "}";
        Variant variant = body.startsWith("throw") ? throwing(check.check()) : check.check();
        site.insert(text, Operator.INSERT_GUARD, variant, Context.GUARD, check.type(), check.subject());
    }

    private static Variant throwing(Variant check) {
        return switch (check) {
            case NULL_CHECK -> Variant.NULL_THROWS;
            case EMPTY_CHECK -> Variant.EMPTY_THROWS;
            case RANGE_CHECK -> Variant.RANGE_THROWS;
            case FLAG_CHECK -> Variant.FLAG_THROWS;
            default -> Variant.KNOWN_THROWS;
        };
    }

    /** Ways to leave from here, the most likely first. */
    static List<String> bodies(Site site) {
        Set<String> bodies = new LinkedHashSet<>();
        List<Ingredient> throwing = site.nearest(site.ingredients().throwing(), site.most(3, 8));
        if (isInLoop(site.place().node())) {
            bodies.add("continue;");
            bodies.add("break;");
        } else if (!site.breaking() && site.place().node().getParentNode().orElse(null) instanceof SwitchEntry) {
            bodies.add("break;");
        }
        String type = site.place().method().returns();
        if (!isInLambda(site.place().node())) {
            if (type.equals("void")) {
                bodies.add("return;");
            } else {
                ResultEdits.defaults(type).stream().limit(2).forEach(d -> bodies.add("return " + d + ";"));
                ResultEdits.variables(site, type).limit(2).forEach(v -> bodies.add("return " + v + ";"));
                List<Ingredient> known = new ArrayList<>(site.ingredients().returned());
                known.removeIf(i -> !i.type().equals(type));
                site.nearest(known, site.most(3, 6)).forEach(i -> bodies.add("return " + i.text() + ";"));
            }
        }
        throwing.forEach(t -> bodies.add(t.text()));
        bodies.add("throw new IllegalArgumentException();");
        bodies.add("throw new IllegalStateException();");
        return bodies.stream().limit(site.most(BODIES + 3, 2 * BODIES)).toList();
    }

    static boolean isInLoop(Node from) {
        Optional<Node> node = Optional.of(from);
        while (node.isPresent()) {
            Node parent = node.get().getParentNode().orElse(null);
            boolean loop = parent instanceof ForStmt
                    || parent instanceof WhileStmt
                    || parent instanceof DoStmt
                    || parent instanceof ForEachStmt;
            if (loop) {
                return true;
            }
            if (parent == null || parent instanceof CallableDeclaration || parent instanceof LambdaExpr) {
                return false;
            }
            node = Optional.of(parent);
        }
        return false;
    }

    static boolean isInLambda(Node from) {
        Node node = from;
        while (node != null && !(node instanceof CallableDeclaration)) {
            if (node instanceof LambdaExpr) {
                return true;
            }
            node = node.getParentNode().orElse(null);
        }
        return false;
    }
}
