package org.elenchus.tools.repair.operators;

import org.elenchus.tools.repair.syntax.TypeGuess;

/** Coarse kinds of declared types. */
public enum OperandType {
    BOOLEAN("boolean"),
    NUMBER("number"),
    CHARACTER("character"),
    STRING("string"),
    ARRAY("array"),
    COLLECTION("collection"),
    OTHER("other"),
    UNKNOWN("unknown");

    private final String label;

    OperandType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** @param type type text; empty where unknown */
    public static OperandType of(String type) {
        if (type.isEmpty() || type.equals("?")) {
            return UNKNOWN;
        }
        if (TypeGuess.isNumeric(type) || type.equals("Integer") || type.equals("Long")) {
            return NUMBER;
        }
        if (type.endsWith("[]")) {
            return ARRAY;
        }
        return switch (type) {
            case "boolean", "Boolean" -> BOOLEAN;
            case "char", "Character" -> CHARACTER;
            case "String", "CharSequence", "StringBuilder" -> STRING;
            default -> isCollection(type) ? COLLECTION : OTHER;
        };
    }

    private static boolean isCollection(String type) {
        String raw = type.indexOf('<') < 0 ? type : type.substring(0, type.indexOf('<'));
        return raw.endsWith("List")
                || raw.endsWith("Set")
                || raw.endsWith("Map")
                || raw.endsWith("Collection")
                || raw.endsWith("Queue")
                || raw.endsWith("Deque");
    }
}
