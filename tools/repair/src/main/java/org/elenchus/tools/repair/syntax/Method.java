package org.elenchus.tools.repair.syntax;

import com.github.javaparser.ast.Node;

/**
 * The body a place is in: method, constructor or initialiser.
 *
 * @param type simple name of the declaring type
 * @param name method name, {@code <init>} for constructors, {@code <clinit>} for initialisers
 * @param returns declared return type as text; {@code void} for constructors and initialisers
 * @param lines lines from its first to its last
 */
public record Method(
        String type,
        String name,
        String returns,
        boolean isStatic,
        boolean isPublic,
        int firstLine,
        int lines,
        Node node) {
    /** {@code Type.method}. */
    public String symbol() {
        return type + "." + name;
    }

    public boolean isConstructor() {
        return name.equals("<init>");
    }
}
