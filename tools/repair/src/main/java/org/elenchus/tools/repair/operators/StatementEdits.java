package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.elenchus.tools.repair.syntax.Context;
import org.elenchus.tools.repair.syntax.Ingredient;
import org.elenchus.tools.repair.syntax.Ingredients;
import org.elenchus.tools.repair.syntax.SourceText;
import org.elenchus.tools.repair.syntax.TypeGuess;
import org.elenchus.tools.repair.syntax.Variable;

/** Simple statements deleted, inserted, exchanged with their neighbour; break and continue exchanged. */
final class StatementEdits {
    private static final int KNOWN = 24;
    private static final int KNOWN_REPAIRS = 100;
    private static final int MUTATIONS = 8;

    private StatementEdits() {}

    /** A statement that may be missing here. */
    private record Missing(String text, Variant variant, Context context, String ingredient) {}

    static void offer(Site site) {
        Node node = site.place().node();
        if (!site.place().isGap()) {
            own(site, node);
        }
        if (site.place().insertion() >= 0) {
            missing(site).values().stream()
                    .limit(site.breaking() ? MUTATIONS : Integer.MAX_VALUE)
                    .forEach(m -> site.insert(
                            m.text(), Operator.INSERT_STATEMENT, m.variant(), m.context(), "", m.ingredient()));
        }
    }

    private static void own(Site site, Node node) {
        if (isDeletable(node) && (!site.breaking() || isRecoverable(site, node))) {
            Deletions.offer(
                    site,
                    Operator.DELETE_STATEMENT,
                    variantOf(site.place().context()),
                    site.place().context());
        }
        if (node instanceof ExpressionStmt statement) {
            reorder(site, statement);
        }
        jump(site, node);
    }

    private static boolean isDeletable(Node node) {
        return node instanceof BreakStmt
                || node instanceof ContinueStmt
                || node instanceof ExpressionStmt s && !(s.getExpression() instanceof VariableDeclarationExpr);
    }

    private static boolean isRecoverable(Site site, Node node) {
        String text = SourceText.flat(site.text(node));
        if (site.standsElsewhere(site.ingredients().statements(), text)) {
            return true;
        }
        Missing again = missing(site).get(text);
        return again != null && again.variant() != Variant.KNOWN_CALL && again.variant() != Variant.KNOWN_ASSIGNMENT;
    }

    private static Variant variantOf(Context context) {
        return switch (context) {
            case JUMP -> Variant.LEAVE;
            case CALL -> Variant.KNOWN_CALL;
            default -> Variant.KNOWN_ASSIGNMENT;
        };
    }

    private static void reorder(Site site, ExpressionStmt statement) {
        boolean declares = statement.getExpression() instanceof VariableDeclarationExpr;
        if (declares || !(next(statement).orElse(null) instanceof ExpressionStmt second)) {
            return;
        }
        if (second.getExpression() instanceof VariableDeclarationExpr) {
            return;
        }
        int start = site.file().start(statement);
        String text = site.file().text();
        String gap = text.substring(site.file().end(statement), site.file().start(second));
        String removed = text.substring(start, site.file().end(second));
        site.splice(
                start,
                removed,
                site.text(second) + gap + site.text(statement),
                Operator.REORDER,
                Variant.ADJACENT,
                site.place().context(),
                "",
                "");
    }

    private static Optional<Statement> next(Statement statement) {
        NodeList<Statement> siblings = switch (statement.getParentNode().orElse(null)) {
            case BlockStmt block -> block.getStatements();
            case SwitchEntry entry -> entry.getStatements();
            case null, default -> new NodeList<>();
        };
        for (int i = 0; i + 1 < siblings.size(); i++) {
            if (siblings.get(i) == statement) {
                return Optional.of(siblings.get(i + 1));
            }
        }
        return Optional.empty();
    }

    private static void jump(Site site, Node node) {
        if (node instanceof BreakStmt s && s.getLabel().isEmpty() && GuardEdits.isInLoop(node)) {
            site.replace(node, "continue;", Operator.JUMP, Variant.LEAVE, "", "continue");
        } else if (node instanceof ContinueStmt s && s.getLabel().isEmpty()) {
            site.replace(node, "break;", Operator.JUMP, Variant.LEAVE, "", "break");
        }
    }

    /** Statements that may be missing before this place, by their text. */
    private static Map<String, Missing> missing(Site site) {
        Map<String, Missing> missing = new LinkedHashMap<>();
        invented(site).forEach(m -> missing.putIfAbsent(m.text(), m));
        for (Ingredient known : site.nearest(site.ingredients().statements(), site.most(KNOWN, KNOWN_REPAIRS))) {
            Context context = Context.of(known.type()).orElse(Context.CALL);
            missing.putIfAbsent(known.text(), new Missing(known.text(), variantOf(context), context, known.text()));
        }
        adapted(site).forEach(m -> missing.putIfAbsent(m.text(), m));
        return missing;
    }

    /** Statements of the file that fit here as they are or with one variable exchanged, nearest first. */
    static Stream<String> known(Site site) {
        return Stream.concat(
                        site.nearest(site.ingredients().statements(), KNOWN).stream()
                                .map(Ingredient::text),
                        adapted(site).stream().map(Missing::text))
                .distinct();
    }

    private static List<Missing> invented(Site site) {
        List<Missing> invented = new ArrayList<>();
        boolean inSwitch = site.place().node().getParentNode().orElse(null) instanceof SwitchEntry;
        if (GuardEdits.isInLoop(site.place().node()) || inSwitch) {
            invented.add(new Missing("break;", Variant.LEAVE, Context.JUMP, "break"));
        }
        if (GuardEdits.isInLoop(site.place().node())) {
            invented.add(new Missing("continue;", Variant.LEAVE, Context.JUMP, "continue"));
        }
        for (Variable variable : site.scope().variables()) {
            if (variable.isFinal() && variable.kind() != Variable.Kind.FIELD) {
                continue;
            }
            if (variable.kind() == Variable.Kind.PARAMETER && isField(site, variable)) {
                String text = "this." + variable.name() + " = " + variable.name() + ";";
                invented.add(
                        new Missing(text, Variant.FIELD_FROM_PARAMETER, Context.FIELD_ASSIGNMENT, variable.name()));
            }
            if (TypeGuess.isNumeric(variable.type()) && !variable.isFinal() && invented.size() < 12) {
                invented.add(new Missing(variable.name() + "++;", Variant.COUNT, Context.ASSIGNMENT, variable.name()));
            }
        }
        ownCalls(site, invented);
        return invented;
    }

    private static boolean isField(Site site, Variable parameter) {
        return !site.place().method().isStatic() && site.scope().hasField(parameter.name());
    }

    private static void ownCalls(Site site, List<Missing> invented) {
        site.ingredients().methods().values().stream()
                .flatMap(List::stream)
                .filter(s -> s.returns().equals("void")
                        && (s.isStatic() || !site.place().method().isStatic()))
                .limit(8)
                .forEach(s -> ownCall(site, s)
                        .ifPresent(text ->
                                invented.add(new Missing(text, Variant.OWN_STATEMENT, Context.CALL, s.name()))));
    }

    private static Optional<String> ownCall(Site site, Ingredients.Signature signature) {
        if (signature.parameters().isEmpty()) {
            return Optional.of(signature.name() + "();");
        }
        if (signature.parameters().size() > 1) {
            return Optional.empty();
        }
        return site.scope().ofType(signature.parameters().getFirst()).stream()
                .findFirst()
                .map(v -> signature.name() + "(" + v.name() + ");");
    }

    /** Statements of the file with one foreign variable exchanged for one of the same type in scope. */
    private static List<Missing> adapted(Site site) {
        List<Missing> adapted = new ArrayList<>();
        for (Ingredient known : site.ingredients().statements()) {
            List<Variable> foreign = known.needs().stream()
                    .filter(n -> !site.scope()
                            .find(n.name())
                            .map(v -> v.type().equals(n.type()))
                            .orElse(false))
                    .toList();
            if (foreign.size() != 1 || known.usesThis() && site.place().method().isStatic()) {
                continue;
            }
            Variable lost = foreign.getFirst();
            site.scope().ofType(lost.type()).stream().limit(2).forEach(v -> {
                String text = known.text()
                        .replaceAll(
                                "(?<![\\w.\"])" + Pattern.quote(lost.name()) + "(?!\\w)",
                                Matcher.quoteReplacement(v.name()));
                Context context = Context.of(known.type()).orElse(Context.CALL);
                adapted.add(new Missing(text, Variant.ADAPTED, context, text));
            });
        }
        return adapted;
    }
}
