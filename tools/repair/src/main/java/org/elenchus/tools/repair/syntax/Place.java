package org.elenchus.tools.repair.syntax;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import java.util.List;

/**
 * Where an edit may go: a statement, the header of a compound one, or a field or enum constant with its value.
 *
 * @param index its number in its file, ascending by offset
 * @param node the statement; for {@link Context#BLOCK_END} the block; the declaration of a field or enum constant
 * @param roots the expressions that belong to it and to no inner place
 * @param firstLine first line of the header, 1-based
 * @param lastLine last line of the header
 * @param insertion offset where a statement may be inserted before it; −1 where none may
 * @param depth number of compound statements around it within its method
 */
public record Place(
        int index,
        Node node,
        Context context,
        List<Expression> roots,
        int firstLine,
        int lastLine,
        int insertion,
        Method method,
        int depth) {
    public Place {
        roots = List.copyOf(roots);
    }

    /** Whether it is a gap where only repairs go: before a {@code try} or the like, or after the last statement of a switch group. */
    public boolean isGap() {
        return context == Context.BLOCK_END && !(node instanceof BlockStmt);
    }

    /** Whether it is a field or an enum constant, where only repairs go. */
    public boolean isMember() {
        return node instanceof BodyDeclaration;
    }

    /** Whether a statement inserted here comes after its node. */
    public boolean isAfterItsNode() {
        return isGap() && !(node instanceof TryStmt || node instanceof SynchronizedStmt);
    }
}
