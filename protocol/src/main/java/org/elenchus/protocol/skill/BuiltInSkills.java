package org.elenchus.protocol.skill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.elenchus.protocol.skill.Skill.Kind;
import org.elenchus.protocol.skill.Skill.Operation;

/** The skills that no trace has to teach: they are there from the start and stay as they are. */
public final class BuiltInSkills {
    /** Any operator at any site. */
    public static final Skill UNGUIDED = skill(
            SkillId.UNGUIDED.value(),
            "Unguided mutation",
            "Any operator at any site; the floor of exploration and the source of held-out tasks.");

    /** What SSR does first: code is taken away, and has to be written again. */
    public static final Skill REMOVAL = skill(
            "removal",
            "Removal",
            "Statements, guards and conditions are taken away.",
            new Operation("insert-statement", "delete-statement"),
            new Operation("insert-guard", "delete-guard"),
            new Operation("add-condition", "drop-condition"),
            new Operation("wrap", "unwrap"));

    /** Bugs that people made, as history tells them; it makes held-out tasks only. */
    public static final Skill REAL_BUG =
            skill("real-bug", "Real bugs", "What people mended between two releases of a library, taken back.");

    /** What SSR does next: what a release changed since the one before it is taken back. Where history has no more, {@link #REMOVAL} fills up. */
    public static final Skill REVERSION =
            skill("reversion", "Reversion", "What changed between two releases of a library is taken back.");

    /** What SSR does from then on: a patch that failed is left in. Where nothing was attempted, {@link #REMOVAL} fills up. */
    public static final Skill SECOND_ORDER = skill(
            "second-order",
            "Second order",
            "A patch that did not mend an earlier task becomes part of what is broken.");

    /** What an engineer would write down before seeing a single trace: the paper's control for distilled skills. */
    public static final List<Skill> WRITTEN = List.of(
            skill(
                    "written-missing-guard",
                    "Missing guard",
                    "A method trusts its arguments or state; check them and leave early.",
                    new Operation("insert-guard", "delete-guard")),
            skill(
                    "written-missing-condition",
                    "Missing condition",
                    "A condition forgets a case, often null; add the conjunct.",
                    new Operation("add-condition", "drop-condition")),
            skill(
                    "written-wrong-condition",
                    "Wrong condition",
                    "A condition is inverted, or joined with the wrong connective.",
                    new Operation("negate", "negate"),
                    new Operation("logic", "logic")),
            skill(
                    "written-off-by-one",
                    "Off by one",
                    "A boundary or a constant is one too many or too few.",
                    new Operation("boundary", "boundary"),
                    new Operation("constant", "constant")),
            skill(
                    "written-wrong-call",
                    "Wrong call",
                    "Another method, other arguments, or a conversion is meant.",
                    new Operation("method", "method"),
                    new Operation("swap-arguments", "swap-arguments"),
                    new Operation("wrap", "unwrap")),
            skill(
                    "written-wrong-variable",
                    "Wrong variable",
                    "Another variable of the same type is meant.",
                    new Operation("variable", "variable")),
            skill(
                    "written-missing-statement",
                    "Missing statement",
                    "A step is left out: state is not updated.",
                    new Operation("insert-statement", "delete-statement")),
            skill(
                    "written-wrong-result",
                    "Wrong result",
                    "Another value is to be returned, or another branch taken.",
                    new Operation("return-value", "return-value"),
                    new Operation("ternary", "ternary")),
            skill(
                    "written-wrong-arithmetic",
                    "Wrong arithmetic",
                    "Another operator is meant.",
                    new Operation("arithmetic", "arithmetic"),
                    new Operation("assignment", "assignment")),
            skill(
                    "written-wrong-exception",
                    "Wrong exception",
                    "Another type of exception is promised.",
                    new Operation("exception", "exception")));

    private static final Map<SkillId, Skill> ALL = byId();

    private BuiltInSkills() {}

    public static Optional<Skill> find(SkillId id) {
        return Optional.ofNullable(ALL.get(id));
    }

    /** Whether its author has to know what was attempted before. */
    public static boolean buildsOnAttempts(SkillId id) {
        return id.equals(SECOND_ORDER.id());
    }

    private static Map<SkillId, Skill> byId() {
        List<Skill> all = new ArrayList<>(WRITTEN);
        all.add(UNGUIDED);
        all.add(REMOVAL);
        all.add(REVERSION);
        all.add(SECOND_ORDER);
        all.add(REAL_BUG);
        Map<SkillId, Skill> byId = new LinkedHashMap<>();
        all.forEach(skill -> byId.put(skill.id(), skill));
        return Map.copyOf(byId);
    }

    private static Skill skill(String id, String name, String description, Operation... operations) {
        return new Skill(
                new SkillId(id),
                name,
                description,
                Kind.REPAIR_STRATEGY,
                new TreeSet<>(),
                new TreeSet<>(),
                List.of(operations));
    }
}
