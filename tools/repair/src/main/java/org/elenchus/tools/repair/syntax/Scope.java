package org.elenchus.tools.repair.syntax;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The variables visible at a place, nearest first; an inner declaration hides an outer one. */
public final class Scope {
    private final List<Variable> variables;
    private final Map<String, Variable> byName;
    private final Set<String> fields;

    /** @param variables nearest first; later ones of the same name are dropped */
    Scope(List<Variable> variables) {
        byName = new LinkedHashMap<>();
        variables.forEach(variable -> byName.putIfAbsent(variable.name(), variable));
        this.variables = List.copyOf(byName.values());
        this.fields = variables.stream()
                .filter(v -> v.kind() == Variable.Kind.FIELD)
                .map(Variable::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    public List<Variable> variables() {
        return variables;
    }

    public Optional<Variable> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Whether a field of this name can be reached, if only through {@code this}. */
    public boolean hasField(String name) {
        return fields.contains(name);
    }

    /** Variables of exactly this declared type. */
    public List<Variable> ofType(String type) {
        return variables.stream().filter(v -> v.type().equals(type)).toList();
    }
}
