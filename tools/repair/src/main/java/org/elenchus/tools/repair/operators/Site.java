package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.elenchus.tools.repair.syntax.Context;
import org.elenchus.tools.repair.syntax.Declared;
import org.elenchus.tools.repair.syntax.Ingredient;
import org.elenchus.tools.repair.syntax.Ingredients;
import org.elenchus.tools.repair.syntax.Place;
import org.elenchus.tools.repair.syntax.Scope;
import org.elenchus.tools.repair.syntax.SourceFile;
import org.elenchus.tools.repair.syntax.Surroundings;
import org.elenchus.tools.repair.syntax.TypeGuess;
import org.jspecify.annotations.Nullable;

/** One place under enumeration: what the operators look at, and where they put the edits they offer. Used by one thread. */
final class Site {
    private final SourceFile file;
    private final Place place;
    private final Purpose purpose;
    private final Surroundings surroundings;
    private final Scope scope;
    private final TypeGuess types;
    private final EditList offered;
    private @Nullable List<ConditionPool.Check> checks;

    Site(SourceFile file, Place place, Purpose purpose, Surroundings surroundings) {
        this.surroundings = surroundings;
        this.file = file;
        this.place = place;
        this.purpose = purpose;
        this.scope = file.scope(place);
        this.types = TypeGuess.at(file, place);
        this.offered = new EditList(file.text(), purpose);
    }

    SourceFile file() {
        return file;
    }

    Place place() {
        return place;
    }

    Scope scope() {
        return scope;
    }

    Ingredients ingredients() {
        return file.ingredients();
    }

    Declared declared() {
        return file.declared();
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** Methods of the file, then those of the classes it extends. */
    Stream<Ingredients.Signature> methods() {
        return Stream.concat(
                ingredients().methods().values().stream().flatMap(List::stream), surroundings.inherited().stream());
    }

    /** Whether a method may be called from here without a receiver. */
    boolean mayCall(Ingredients.Signature method) {
        return method.isStatic() || !place.method().isStatic();
    }

    /** From here on, what is offered are further repairs; they are counted apart. */
    void goFurther() {
        offered.goFurther();
    }

    boolean isFurther() {
        return offered.isFurther();
    }

    boolean breaking() {
        return purpose == Purpose.BREAK;
    }

    String type(Expression expression) {
        return types.of(expression);
    }

    String text(Node node) {
        return file.textOf(node);
    }

    int firstLine() {
        return place.firstLine();
    }

    /** Whether an ingredient may be used here; a repair may take a number for another, as the compiler has the last word. */
    boolean fits(Ingredient ingredient) {
        return ingredient.fits(scope, place.method(), breaking() ? Ingredient.Fit.TYPES : Ingredient.Fit.NUMBERS);
    }

    /** So many for a mutation, so many for a repair. */
    int most(int mutations, int repairs) {
        return breaking() ? mutations : repairs;
    }

    /** Whether an ingredient of this text fits here and stands somewhere else too. */
    boolean standsElsewhere(List<Ingredient> ingredients, String text) {
        return ingredients.stream()
                        .filter(i -> i.text().equals(text) && fits(i))
                        .limit(2)
                        .count()
                > 1;
    }

    /** Fitting ingredients, nearest first, each text once. */
    List<Ingredient> nearest(List<Ingredient> ingredients, int limit) {
        return nearest(ingredients.stream().filter(this::fits), limit);
    }

    /** The same by the names of variables alone: overloads name alike what differs in type. */
    List<Ingredient> nearestByName(List<Ingredient> ingredients, int limit) {
        return nearest(ingredients.stream().filter(i -> i.fits(scope, place.method(), Ingredient.Fit.NAMES)), limit);
    }

    private List<Ingredient> nearest(Stream<Ingredient> fitting, int limit) {
        Set<String> texts = new LinkedHashSet<>();
        return fitting.sorted(Comparator.comparingInt(i -> Math.abs(i.line() - place.firstLine())))
                .filter(i -> texts.add(i.text()))
                .limit(limit)
                .toList();
    }

    /** Offers to insert a statement before this place. */
    void insert(String statement, Operator operator, Variant variant, Context context, String type, String ingredient) {
        if (place.insertion() >= 0) {
            String indent = file.indentAt(place.insertion());
            String inserted = place.isAfterItsNode() ? "\n" + indent + statement : statement + "\n" + indent;
            splice(place.insertion(), "", inserted, operator, variant, context, type, ingredient);
        }
    }

    /** Conditions that may be missing here. */
    List<ConditionPool.Check> checks() {
        List<ConditionPool.Check> known = checks;
        if (known == null) {
            known = ConditionPool.at(this);
            checks = known;
        }
        return known;
    }

    List<CandidateEdit> offered() {
        return offered.edits();
    }

    /** Offers to put a text in a node's place. */
    void replace(Node node, String inserted, Operator operator, Variant variant, String type, String ingredient) {
        splice(file.start(node), text(node), inserted, operator, variant, place.context(), type, ingredient);
    }

    /** Offers a splice, unless it changes nothing, is known already or its operator has offered enough. */
    void splice(
            int offset,
            String removed,
            String inserted,
            Operator operator,
            Variant variant,
            Context context,
            String type,
            String ingredient) {
        offered.offer(operator, variant, context, OperandType.of(type), offset, removed, inserted, ingredient);
    }

    /** Offers to exchange the operator token between two operands; none where a comment stands between them. */
    void token(
            Expression left,
            Expression right,
            String from,
            String to,
            Operator operator,
            Variant variant,
            String type) {
        int begin = file.end(left);
        String gap = file.text().substring(begin, file.start(right));
        int at = gap.indexOf(from);
        if (at >= 0 && !gap.contains("//") && !gap.contains("/*")) {
            splice(begin + at, from, to, operator, variant, place.context(), type, "");
        }
    }
}
