package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.expr.Expression;
import java.util.List;
import org.elenchus.tools.repair.syntax.ExpressionWalk;
import org.elenchus.tools.repair.syntax.Place;
import org.elenchus.tools.repair.syntax.SourceFile;

/** Enumerates the edits of all operators at a place. The order is fixed by the text alone. */
public final class EditCatalogue {
    private EditCatalogue() {}

    public static List<CandidateEdit> edits(SourceFile file, Place place, Purpose purpose) {
        Site site = new Site(file, place, purpose);
        if (site.breaking() && place.isGap()) {
            return List.of();
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

    private static void further(Site site) {
        site.goFurther();
        for (Expression root : site.place().roots()) {
            ExpressionWalk.visit(root, expression -> {
                RepairWraps.offer(site, expression);
                ArgumentEdits.offer(site, expression);
            });
        }
        ResultEdits.further(site);
        ShapeEdits.offer(site);
        MoveEdits.offer(site);
    }
}
