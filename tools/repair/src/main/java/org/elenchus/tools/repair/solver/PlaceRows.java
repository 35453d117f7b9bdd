package org.elenchus.tools.repair.solver;

import com.github.javaparser.ast.expr.Expression;
import java.util.List;
import java.util.Locale;
import org.elenchus.protocol.trace.ChoiceSet;
import org.elenchus.tools.repair.policy.Row;
import org.elenchus.tools.repair.syntax.Method;
import org.elenchus.tools.repair.syntax.Place;

/** Rows of the choice of a place. */
final class PlaceRows {
    private static final SolverVocabulary V = SolverVocabulary.INSTANCE;

    private PlaceRows() {}

    static ChoiceSet of(List<Suspect> suspects, Symptoms symptoms) {
        int[][] rows = new int[suspects.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(suspects.get(i), symptoms);
        }
        return new ChoiceSet(rows);
    }

    private static int[] row(Suspect suspect, Symptoms symptoms) {
        Place place = suspect.place();
        Method method = place.method();
        Row row = new Row()
                .add(V.ochiai.id(SolverVocabulary.OCHIAI.of(suspect.ochiai())))
                .add(V.rank.id(SolverVocabulary.RANK.of(suspect.above())))
                .add(V.passing.id(SolverVocabulary.PASSING.of(suspect.passing())))
                .add(V.stack.id(suspect.stack()))
                .add(V.stackFailure.id(suspect.stack(), symptoms.kind()))
                .addIf(suspect.reachedByAll(), V.allFailing)
                .add(V.depth.id(SolverVocabulary.DEPTH.of(place.depth())))
                .add(V.length.id(SolverVocabulary.LENGTH.of(method.lines())))
                .addIf(method.isConstructor(), V.constructor)
                .addIf(method.isStatic(), V.isStatic)
                .addIf(method.isPublic(), V.isPublic)
                .addIf(isNamed(method, symptoms), V.namedInTest)
                .addIf(symptoms.testTypes().contains(method.type()), V.typeOfTest)
                .add(V.context.id(place.context()))
                .add(V.contextFailure.id(place.context(), symptoms.kind()));
        for (Element element : Element.in(header(suspect))) {
            row.add(V.element.id(element)).add(V.elementFailure.id(element, symptoms.kind()));
        }
        return row.ids();
    }

    private static boolean isNamed(Method method, Symptoms symptoms) {
        return method.name().length() > 3
                && symptoms.testNames().contains(method.name().toLowerCase(Locale.ROOT));
    }

    private static String header(Suspect suspect) {
        StringBuilder text = new StringBuilder();
        for (Expression root : suspect.place().roots()) {
            text.append(suspect.file().textOf(root)).append('\n');
        }
        return text.toString();
    }
}
