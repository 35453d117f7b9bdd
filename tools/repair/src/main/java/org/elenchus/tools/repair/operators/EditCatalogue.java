package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.expr.Expression;
import java.util.List;
import org.elenchus.tools.repair.syntax.ExpressionWalk;
import org.elenchus.tools.repair.syntax.Place;
import org.elenchus.tools.repair.syntax.SourceFile;
import org.elenchus.tools.repair.syntax.Surroundings;

/** Enumerates the edits of all operators at a place. The order is fixed by the text alone. */
public final class EditCatalogue {
    private EditCatalogue() {}

    /** Values of members longer than this are tables. */
    private static final int TABLE = 2000;

    /** Without the file's surroundings: all that a mutation needs. */
    public static List<CandidateEdit> edits(SourceFile file, Place place, Purpose purpose) {
        return edits(file, place, purpose, Surroundings.NONE);
    }

    /** @param surroundings what repairs may take from other files */
    public static List<CandidateEdit> edits(SourceFile file, Place place, Purpose purpose, Surroundings surroundings) {
        Site site = new Site(file, place, purpose, surroundings);
        if (site.breaking() && (place.isGap() || place.isMember())) {
            return List.of();
        }
        if (place.isMember()) {
            member(site);
            return site.offered();
        }
        for (Expression root : place.roots()) {
            ExpressionWalk.visit(root, expression -> expression(site, expression));
        }
        ConditionEdits.offer(site);
        ResultEdits.offer(site);
        GuardEdits.offer(site);
        StatementEdits.offer(site);
        if (!site.breaking()) {
            further(site);
        }
        return site.offered();
    }

    private static void expression(Site site, Expression expression) {
        ComparisonEdits.offer(site, expression);
        ArithmeticEdits.offer(site, expression);
        LiteralEdits.offer(site, expression);
        ReferenceEdits.offer(site, expression);
        CallEdits.offer(site, expression);
        WrapEdits.offer(site, expression);
    }

    private static void member(Site site) {
        for (Expression root : site.place().roots()) {
            if (site.text(root).length() <= TABLE) {
                ExpressionWalk.visit(root, expression -> expression(site, expression));
            }
        }
        site.goFurther();
        MemberEdits.offer(site);
        for (Expression root : site.place().roots()) {
            if (site.text(root).length() <= TABLE) {
                ExpressionWalk.visit(root, expression -> {
                    RegexEdits.offer(site, expression);
                    RepairWraps.offer(site, expression);
                });
            }
        }
    }

    private static void further(Site site) {
        site.goFurther();
        for (Expression root : site.place().roots()) {
            ExpressionWalk.visit(root, expression -> {
                RepairWraps.offer(site, expression);
                LongerCalls.offer(site, expression);
                ReferenceEdits.further(site, expression);
                NeighbourEdits.offer(site, expression);
                ComparedCalls.offer(site, expression);
                ChainEdits.offer(site, expression);
                RegexEdits.offer(site, expression);
            });
            ExpressionWalk.visit(root, expression -> CallEdits.offer(site, expression));
        }
        ResultEdits.further(site);
        ConditionEdits.further(site);
        GuardEdits.further(site);
        LimitGuards.offer(site);
        ShapeEdits.offer(site);
        InsteadEdits.offer(site);
        ConditionalEdits.offer(site);
        DelegateEdits.offer(site);
    }
}
