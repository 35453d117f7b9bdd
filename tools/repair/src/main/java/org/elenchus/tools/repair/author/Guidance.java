package org.elenchus.tools.repair.author;

import java.util.List;
import java.util.TreeMap;
import org.elenchus.protocol.skill.Skill;
import org.elenchus.tools.repair.operators.Operator;
import org.elenchus.tools.repair.syntax.Context;

/** What a skill asks of mutation sites. Kinds of failure cannot be known before the tests run, so they do not filter. */
final class Guidance {
    private final Skill skill;
    private final TreeMap<String, Integer> ranks = new TreeMap<>();

    Guidance(Skill skill) {
        this.skill = skill;
        for (Skill.Operation operation : skill.operations()) {
            ranks.putIfAbsent(operation.mutation(), ranks.size());
        }
    }

    boolean allows(MutationSite site) {
        return allows(site.operator()) && allows(site.context());
    }

    private boolean allows(Operator operator) {
        return ranks.isEmpty() || ranks.containsKey(operator.label());
    }

    private boolean allows(Context context) {
        return skill.contexts().isEmpty() || skill.contexts().contains(context.label());
    }

    /** Position of an operator in the skill's operations; −1 when it names none. */
    int rank(Operator operator) {
        return ranks.getOrDefault(operator.label(), -1);
    }

    /** The allowed sites; those of the right operator in other contexts where no context fits. */
    List<MutationSite> select(List<MutationSite> sites) {
        List<MutationSite> fitting = sites.stream().filter(this::allows).toList();
        if (!fitting.isEmpty() || ranks.isEmpty()) {
            return fitting;
        }
        return sites.stream().filter(site -> allows(site.operator())).toList();
    }
}
