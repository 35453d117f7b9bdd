package org.elenchus.tools.repair.distiller;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.elenchus.protocol.skill.Skill;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProposal;
import org.elenchus.tools.repair.operators.Operator;
import org.elenchus.tools.repair.symptom.FailureKind;
import org.elenchus.tools.repair.syntax.Context;

/** Puts a lesson into words. Figures stay out of the text, so that a skill changes only when what it says changes. */
final class SkillWording {
    private SkillWording() {}

    static SkillProposal proposal(Lesson lesson, Support support) {
        boolean strategy = 2 * support.solved() >= support.attempts();
        List<Operator> repairs = support.repairs();
        Skill skill = new Skill(
                new SkillId(lesson.family().label() + "-in-" + lesson.context().label() + "-on-"
                        + lesson.failure().label()),
                advice(lesson.family()) + " " + place(lesson.context()) + " " + sign(lesson.failure()),
                description(lesson, repairs, support.antiPatterns(), strategy),
                strategy ? Skill.Kind.REPAIR_STRATEGY : Skill.Kind.CORRECTIVE_PRINCIPLE,
                new TreeSet<>(List.of(lesson.failure().label())),
                new TreeSet<>(List.of(lesson.context().label())),
                repairs.stream()
                        .map(r -> new Skill.Operation(r.label(), r.mendedBy().label()))
                        .toList());
        return new SkillProposal(skill, support.supporting(), support.attempts(), support.solved());
    }

    private static String description(
            Lesson lesson, List<Operator> repairs, List<Operator> antiPatterns, boolean strategy) {
        StringBuilder text = new StringBuilder(strategy ? "This works: " : "This was missing: ");
        text.append(sign(lesson.failure()))
                .append(", look ")
                .append(place(lesson.context()))
                .append(" and try ")
                .append(joined(repairs, ", then "))
                .append('.');
        if (!antiPatterns.isEmpty()) {
            text.append(" Do not spend tries on ")
                    .append(joined(antiPatterns, ", "))
                    .append(": it was tried repeatedly there without effect.");
        }
        return text.toString();
    }

    private static String joined(List<Operator> operators, String separator) {
        return operators.stream().map(Operator::label).collect(Collectors.joining(separator));
    }

    private static String advice(Operator.Family family) {
        return switch (family) {
            case COMPARISON -> "Restore the inverted or shifted comparison";
            case CONDITION -> "Complete or correct the combined condition";
            case ARITHMETIC -> "Correct the arithmetic";
            case LITERAL -> "Correct the literal";
            case REFERENCE -> "Use the right variable or order of arguments";
            case CALL -> "Make the right call, or add the missing one around the value";
            case RESULT -> "Hand back the right result or exception";
            case GUARD -> "Restore or remove a guard";
            case STATEMENT -> "Restore, remove or reorder a statement";
        };
    }

    private static String place(Context context) {
        return switch (context) {
            case IF_CONDITION -> "in an if condition";
            case GUARD -> "at a guard";
            case LOOP_HEADER -> "in a loop header";
            case RETURN -> "in a return statement";
            case THROW -> "in a throw statement";
            case DECLARATION -> "in a local declaration";
            case ASSIGNMENT -> "in an assignment";
            case FIELD_ASSIGNMENT -> "in an assignment to a field";
            case CALL -> "in a call statement";
            case CONSTRUCTOR_CALL -> "in a constructor call";
            case SWITCH -> "at a switch";
            case JUMP -> "at a break or continue";
            case BLOCK_END -> "at the end of a block";
        };
    }

    private static String sign(FailureKind failure) {
        return switch (failure) {
            case ASSERTION -> "when an assertion fails";
            case MISSING_EXCEPTION -> "when an expected exception stays away";
            case WRONG_EXCEPTION -> "when another exception than the expected one is thrown";
            case NULL_POINTER -> "when null is dereferenced";
            case INDEX_OUT_OF_BOUNDS -> "when an index leaves its bounds";
            case ILLEGAL_ARGUMENT -> "when an argument is refused";
            case ILLEGAL_STATE -> "when a state is refused";
            case NO_SUCH_ELEMENT -> "when an element is missing";
            case CLASS_CAST -> "when a cast fails";
            case NUMBER_FORMAT -> "when a number does not parse";
            case ARITHMETIC -> "when arithmetic fails";
            case OTHER_EXCEPTION -> "when an exception of the library's own is thrown";
            case OUT_OF_FUEL -> "when a loop does not end";
        };
    }
}
