package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;

/** A statement that a repair moves further than its neighbour: up or down its block, or out before or behind the statement around it. */
final class MoveEdits {
    private static final int FURTHEST = 4;

    private MoveEdits() {}

    static void offer(Site site) {
        Node node = site.place().node();
        boolean movable = node instanceof IfStmt
                || node instanceof ExpressionStmt s && !s.getExpression().isVariableDeclarationExpr();
        if (!movable || site.place().isGap() || !(node.getParentNode().orElse(null) instanceof BlockStmt block)) {
            return;
        }
        Statement moved = (Statement) node;
        NodeList<Statement> siblings = block.getStatements();
        int at = 0;
        while (siblings.get(at) != moved) {
            at++;
        }
        for (int distance = 1; distance <= FURTHEST; distance++) {
            if (at + distance < siblings.size()) {
                down(site, moved, site.file().end(siblings.get(at + distance)));
            }
            if (at - distance >= 0) {
                up(site, moved, site.file().start(siblings.get(at - distance)));
            }
        }
        block.getParentNode()
                .filter(p -> p instanceof Statement && p.getParentNode().orElse(null) instanceof BlockStmt)
                .ifPresent(around -> {
                    up(site, moved, site.file().start(around));
                    down(site, moved, site.file().end(around));
                });
    }

    private static void down(Site site, Statement moved, int end) {
        int start = site.file().start(moved);
        int after = site.file().end(moved);
        String text = site.file().text();
        String rest = text.substring(after, end).stripLeading();
        String inserted = rest + "\n" + site.file().indentAt(start) + site.text(moved);
        put(site, start, text.substring(start, end), inserted);
    }

    private static void up(Site site, Statement moved, int start) {
        int end = site.file().end(moved);
        String text = site.file().text();
        String before = text.substring(start, site.file().start(moved)).stripTrailing();
        String inserted = site.text(moved) + "\n" + site.file().indentAt(start) + before;
        put(site, start, text.substring(start, end), inserted);
    }

    private static void put(Site site, int start, String removed, String inserted) {
        site.splice(
                start,
                removed,
                inserted,
                Operator.REORDER,
                Variant.MOVED,
                site.place().context(),
                "",
                "");
    }
}
