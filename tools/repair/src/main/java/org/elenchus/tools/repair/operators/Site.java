package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
    /** Mutations an operator may offer at one place; the nearest ingredients come first. */
    private static final int MUTATIONS = 32;

    /** The same for insertions, whose ingredients combine. */
    private static final int INSERTED_MUTATIONS = 80;

    /** Repairs an operator may offer at one place, the likeliest first; what comes later is cut. */
    private static final int REPAIRS = 96;

    private static final int INSERTED_REPAIRS = 300;

    private final SourceFile file;
    private final Place place;
    private final Purpose purpose;
    private final Surroundings surroundings;
    private final Scope scope;
    private final TypeGuess types;
    private final List<CandidateEdit> offered = new ArrayList<>();
    private final Set<Splice> seen = new LinkedHashSet<>();
    private @Nullable List<ConditionPool.Check> checks;
    private @Nullable List<ConditionPool.Check> furtherChecks;
    private boolean further;
    private final Map<Operator, Integer> counts = new EnumMap<>(Operator.class);

    Site(SourceFile file, Place place, Purpose purpose, Surroundings surroundings) {
        this.surroundings = surroundings;
        this.file = file;
        this.place = place;
        this.purpose = purpose;
        this.scope = file.scope(place);
        this.types = TypeGuess.at(file, place);
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

    /** From here on, what is offered are further repairs; they are counted apart. */
    void goFurther() {
        further = true;
        counts.clear();
    }

    boolean isFurther() {
        return further;
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

    /** Literals of the file, those that stand closest to this place first; of equally close ones the more frequent. */
    List<String> closest(Map<String, Integer> literals, Node from) {
        int at = file.start(from);
        return literals.keySet().stream()
                .map(text -> Map.entry(text, distance(text, at)))
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private int distance(String text, int at) {
        int before = file.text().lastIndexOf(text, at - 1);
        int after = file.text().indexOf(text, at + 1);
        int back = before < 0 ? Integer.MAX_VALUE : at - before;
        return Math.min(back, after < 0 ? Integer.MAX_VALUE : after - at);
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

    /** Offers to remove this place's statement with the line break after it; none where it is not one of a list. */
    void delete(Operator operator, Variant variant, Context context) {
        if (place.insertion() < 0) {
            return;
        }
        int start = file.start(place.node());
        String text = file.text();
        int end = file.end(place.node());
        int next = end;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        if (next < text.length() && text.charAt(next) == '}') {
            deleteLast(start, end, operator, variant, context);
            return;
        }
        boolean endsLine = text.substring(end, next).indexOf('\n') >= 0;
        String removed = text.substring(start, endsLine ? next : end);
        splice(start, removed, "", operator, variant, context, "", "");
    }

    /** The last of a block goes with the white space before it, so that no empty line is left. */
    private void deleteLast(int start, int end, Operator operator, Variant variant, Context context) {
        int from = start;
        while (from > 0 && Character.isWhitespace(file.text().charAt(from - 1))) {
            from--;
        }
        splice(from, file.text().substring(from, end), "", operator, variant, context, "", "");
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

    @Nullable
    List<ConditionPool.Check> furtherChecks() {
        return furtherChecks;
    }

    void furtherChecks(List<ConditionPool.Check> checks) {
        furtherChecks = checks;
    }

    List<CandidateEdit> offered() {
        return List.copyOf(offered);
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
        if (removed.equals(inserted) || counts.getOrDefault(operator, 0) >= limit(operator)) {
            return;
        }
        if (seen.add(Splice.canonical(file.text(), offset, removed, inserted))) {
            counts.merge(operator, 1, Integer::sum);
            offered.add(new CandidateEdit(
                    operator, variant, context, OperandType.of(type), offset, removed, inserted, ingredient, further));
        }
    }

    private int limit(Operator operator) {
        return switch (operator) {
            case INSERT_GUARD, INSERT_STATEMENT, ADD_CONDITION, RESTORE_CONDITION ->
                breaking() ? INSERTED_MUTATIONS : INSERTED_REPAIRS;
            case STRING -> breaking() ? MUTATIONS : INSERTED_REPAIRS;
            default -> breaking() ? MUTATIONS : REPAIRS;
        };
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
