package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.UnaryExpr;
import org.elenchus.tools.repair.syntax.TypeGuess;

/** Arithmetic operators, compound assignments, increments. */
final class ArithmeticEdits {
    private ArithmeticEdits() {}

    static void offer(Site site, Expression expression) {
        switch (expression) {
            case BinaryExpr binary -> binary(site, binary);
            case AssignExpr assign -> assign(site, assign);
            case UnaryExpr unary -> unary(site, unary);
            default -> {
                // no arithmetic
            }
        }
    }

    private static void binary(Site site, BinaryExpr b) {
        switch (b.getOperator()) {
            case PLUS -> {
                if (maySubtract(site, b)) {
                    token(site, b, "+", "-", Variant.PLUS_TO_MINUS);
                }
            }
            case MINUS -> token(site, b, "-", "+", Variant.MINUS_TO_PLUS);
            case MULTIPLY -> tokens(site, b, "*", "/", "%");
            case DIVIDE -> tokens(site, b, "/", "*", "%");
            case REMAINDER -> tokens(site, b, "%", "/", "*");
            case BINARY_AND -> bits(site, b, "&", "|");
            case BINARY_OR -> bits(site, b, "|", "&");
            case XOR -> bits(site, b, "^", "&");
            case LEFT_SHIFT -> bits(site, b, "<<", ">>");
            case SIGNED_RIGHT_SHIFT -> bits(site, b, ">>", "<<");
            case UNSIGNED_RIGHT_SHIFT -> bits(site, b, ">>>", ">>");
            case AND, OR, EQUALS, NOT_EQUALS, LESS, GREATER, LESS_EQUALS, GREATER_EQUALS -> {
                // comparison
            }
        }
    }

    private static boolean maySubtract(Site site, BinaryExpr b) {
        String type = site.type(b);
        boolean text = type.equals("String")
                || site.type(b.getLeft()).equals("String")
                || site.type(b.getRight()).equals("String");
        boolean known = TypeGuess.isNumeric(type)
                || TypeGuess.isNumeric(site.type(b.getLeft())) && TypeGuess.isNumeric(site.type(b.getRight()));
        return !text && (known || !site.breaking());
    }

    private static void tokens(Site site, BinaryExpr b, String from, String first, String second) {
        token(site, b, from, first, Variant.FACTOR);
        token(site, b, from, second, Variant.FACTOR);
    }

    private static void bits(Site site, BinaryExpr b, String from, String to) {
        token(site, b, from, to, Variant.BITS);
        if (from.equals("&")) {
            token(site, b, from, "^", Variant.BITS);
        }
        if (from.equals(">>")) {
            token(site, b, from, ">>>", Variant.BITS);
        }
    }

    private static void token(Site site, BinaryExpr b, String from, String to, Variant variant) {
        site.token(b.getLeft(), b.getRight(), from, to, Operator.ARITHMETIC, variant, site.type(b));
    }

    private static void assign(Site site, AssignExpr a) {
        String type = site.type(a.getTarget());
        boolean number = TypeGuess.isNumeric(type);
        switch (a.getOperator()) {
            case PLUS -> {
                if (number) {
                    assigned(site, a, "+=", "-=", Variant.COMPOUND);
                }
                assigned(site, a, "+=", "=", Variant.COMPOUND_TO_PLAIN);
            }
            case MINUS -> assigned(site, a, "-=", "+=", Variant.COMPOUND);
            case MULTIPLY -> assigned(site, a, "*=", "/=", Variant.COMPOUND);
            case DIVIDE -> assigned(site, a, "/=", "*=", Variant.COMPOUND);
            case BINARY_OR -> {
                assigned(site, a, "|=", "&=", Variant.COMPOUND);
                assigned(site, a, "|=", "=", Variant.COMPOUND_TO_PLAIN);
            }
            case BINARY_AND -> assigned(site, a, "&=", "|=", Variant.COMPOUND);
            case ASSIGN -> plain(site, a, type, number);
            case REMAINDER, XOR, LEFT_SHIFT, SIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT -> {
                // rare
            }
        }
    }

    private static void plain(Site site, AssignExpr a, String type, boolean number) {
        // what a constructor assigns may have no value yet to add to
        boolean mayBeUnset = site.breaking() && site.place().method().isConstructor();
        boolean sums = (number || type.equals("String")) && !mayBeUnset;
        if (sums) {
            assigned(site, a, "=", "+=", Variant.PLAIN_TO_COMPOUND);
        }
        if (!site.breaking() && (type.equals("boolean") || type.equals("int") || type.equals("long"))) {
            assigned(site, a, "=", "|=", Variant.PLAIN_TO_COMPOUND);
        }
    }

    private static void assigned(Site site, AssignExpr a, String from, String to, Variant variant) {
        site.token(a.getTarget(), a.getValue(), from, to, Operator.ASSIGNMENT, variant, site.type(a.getTarget()));
    }

    private static void unary(Site site, UnaryExpr u) {
        String text = site.text(u);
        String type = site.type(u.getExpression());
        switch (u.getOperator()) {
            case PREFIX_INCREMENT ->
                site.replace(u, "--" + text.substring(2), Operator.ASSIGNMENT, Variant.STEP, type, "");
            case PREFIX_DECREMENT ->
                site.replace(u, "++" + text.substring(2), Operator.ASSIGNMENT, Variant.STEP, type, "");
            case POSTFIX_INCREMENT ->
                site.replace(
                        u, text.substring(0, text.length() - 2) + "--", Operator.ASSIGNMENT, Variant.STEP, type, "");
            case POSTFIX_DECREMENT ->
                site.replace(
                        u, text.substring(0, text.length() - 2) + "++", Operator.ASSIGNMENT, Variant.STEP, type, "");
            case PLUS, MINUS, LOGICAL_COMPLEMENT, BITWISE_COMPLEMENT -> {
                // signs belong to literals, negation to comparisons
            }
        }
    }
}
