package org.elenchus.tools.repair.solver;

import java.util.EnumSet;
import java.util.Set;

/** What the text of a place holds, by its look. */
enum Element {
    EQUALITY("equality"),
    RELATION("relation"),
    LOGIC("logic"),
    NUMBER("number"),
    SUM("sum"),
    CALL("call"),
    NULL("null"),
    INDEX("index");

    private final String label;

    Element(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    static Set<Element> in(String text) {
        Set<Element> found = EnumSet.noneOf(Element.class);
        add(found, EQUALITY, text.contains("==") || text.contains("!="));
        add(
                found,
                RELATION,
                text.contains(" < ") || text.contains(" > ") || text.contains("<=") || text.contains(">="));
        add(found, LOGIC, text.contains("&&") || text.contains("||"));
        add(found, NUMBER, text.chars().anyMatch(c -> c >= '0' && c <= '9'));
        add(found, SUM, text.contains(" + ") || text.contains(" - ") || text.contains("++") || text.contains("--"));
        add(found, CALL, text.indexOf('(') >= 0);
        add(found, NULL, text.contains("null"));
        add(found, INDEX, text.indexOf('[') >= 0 || text.contains("charAt") || text.contains("substring"));
        return found;
    }

    private static void add(Set<Element> found, Element element, boolean holds) {
        if (holds) {
            found.add(element);
        }
    }
}
