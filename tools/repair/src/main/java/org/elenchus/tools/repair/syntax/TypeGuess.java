package org.elenchus.tools.repair.syntax;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A guess at an expression's type from declarations in the same file and well-known method names; empty where unknown. */
public final class TypeGuess {
    private static final Set<String> NUMERIC = Set.of("byte", "short", "int", "long", "float", "double");
    private static final Map<String, String> WELL_KNOWN = Stream.of(
                    known("int", "length size indexOf lastIndexOf compareTo hashCode intValue ordinal parseInt"),
                    known("boolean", "isEmpty equals equalsIgnoreCase startsWith endsWith contains containsKey"),
                    known(
                            "boolean",
                            "containsValue hasNext hasMoreElements isDigit isLetter isWhitespace booleanValue"),
                    known("String", "trim substring toString toLowerCase toUpperCase concat strip nextToken"),
                    known("char", "charAt"),
                    known("char[]", "toCharArray"))
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final Scope scope;
    private final Map<String, List<Ingredients.Signature>> methods;

    TypeGuess(Scope scope, Map<String, List<Ingredients.Signature>> methods) {
        this.scope = scope;
        this.methods = methods;
    }

    /** A guesser for a place of a file. */
    public static TypeGuess at(SourceFile file, Place place) {
        return new TypeGuess(file.scope(place), file.ingredients().methods());
    }

    private static List<Map.Entry<String, String>> known(String type, String names) {
        return Stream.of(names.split(" ", -1))
                .map(name -> Map.entry(name, type))
                .toList();
    }

    public static boolean isNumeric(String type) {
        return NUMERIC.contains(type);
    }

    public static boolean isPrimitive(String type) {
        return isNumeric(type) || type.equals("char") || type.equals("boolean");
    }

    /** Type text, or empty. */
    public String of(Expression expression) {
        return switch (expression) {
            case NameExpr e -> named(e.getNameAsString());
            case StringLiteralExpr e -> "String";
            case IntegerLiteralExpr e -> "int";
            case LongLiteralExpr e -> "long";
            case DoubleLiteralExpr e -> "double";
            case CharLiteralExpr e -> "char";
            case BooleanLiteralExpr e -> "boolean";
            case InstanceOfExpr e -> "boolean";
            case EnclosedExpr e -> of(e.getInner());
            case CastExpr e -> e.getTypeAsString();
            case ObjectCreationExpr e -> e.getTypeAsString();
            case FieldAccessExpr e -> field(e);
            case AssignExpr e -> of(e.getTarget());
            case ArrayAccessExpr e -> element(of(e.getName()));
            case ConditionalExpr e -> either(of(e.getThenExpr()), of(e.getElseExpr()));
            case UnaryExpr e ->
                e.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT ? "boolean" : of(e.getExpression());
            case BinaryExpr e -> binary(e);
            case MethodCallExpr e -> call(e);
            default -> "";
        };
    }

    private String named(String name) {
        return scope.find(name).map(Variable::type).orElse("");
    }

    private String field(FieldAccessExpr access) {
        String name = access.getNameAsString();
        if (access.getScope() instanceof ThisExpr) {
            return scope.find(name)
                    .filter(v -> v.kind() == Variable.Kind.FIELD)
                    .map(Variable::type)
                    .orElse("");
        }
        return name.equals("length") && of(access.getScope()).endsWith("[]") ? "int" : "";
    }

    private static String element(String array) {
        return array.endsWith("[]") ? array.substring(0, array.length() - 2) : "";
    }

    private static String either(String first, String second) {
        return first.isEmpty() ? second : first;
    }

    private String binary(BinaryExpr binary) {
        return switch (binary.getOperator()) {
            case AND, OR, EQUALS, NOT_EQUALS, LESS, LESS_EQUALS, GREATER, GREATER_EQUALS -> "boolean";
            case PLUS -> sum(of(binary.getLeft()), of(binary.getRight()));
            case MINUS, MULTIPLY, DIVIDE, REMAINDER -> promoted(of(binary.getLeft()), of(binary.getRight()));
            case BINARY_AND, BINARY_OR, XOR -> either(of(binary.getLeft()), of(binary.getRight()));
            case LEFT_SHIFT, SIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT -> of(binary.getLeft());
        };
    }

    private static String sum(String left, String right) {
        return left.equals("String") || right.equals("String") ? "String" : promoted(left, right);
    }

    private static String promoted(String left, String right) {
        for (String wide : List.of("double", "float", "long")) {
            if (left.equals(wide) || right.equals(wide)) {
                return wide;
            }
        }
        return left.isEmpty() || right.isEmpty() ? "" : "int";
    }

    private String call(MethodCallExpr call) {
        String name = call.getNameAsString();
        int arity = call.getArguments().size();
        boolean own = call.getScope().map(s -> s instanceof ThisExpr).orElse(true);
        if (own) {
            return methods.getOrDefault(name, List.of()).stream()
                    .filter(s -> s.parameters().size() == arity)
                    .map(Ingredients.Signature::returns)
                    .findFirst()
                    .orElse("");
        }
        return WELL_KNOWN.getOrDefault(name, "");
    }
}
