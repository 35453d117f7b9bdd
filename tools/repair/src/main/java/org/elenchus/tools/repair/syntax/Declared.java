package org.elenchus.tools.repair.syntax;

import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file declares outside of bodies, for repairs alone; each list in source order.
 *
 * @param values initial values of fields; their type is the field's
 * @param constants static final fields: name → type
 * @param texts initial values of static final fields that are literals or names: name → text
 * @param nested simple names of nested classes that can be created
 * @param constructors by simple name of their class
 * @param supertypes simple names of the classes that the file's classes extend
 * @param tested types named in casts and {@code instanceof}
 * @param characterClasses classes of characters in the file's regular expressions, such as {@code \\p{Cc}}
 */
public record Declared(
        List<Ingredient> values,
        Map<String, String> constants,
        Map<String, String> texts,
        List<String> nested,
        Map<String, List<Ingredients.Signature>> constructors,
        Set<String> supertypes,
        Set<String> tested,
        Set<String> characterClasses) {
    private static final int LONGEST = 120;
    private static final Pattern CHARACTER_CLASS = Pattern.compile("\\\\\\\\(?:[pP]\\{\\w+}|[dDsSwW])");

    static Declared in(SourceFile file) {
        List<Ingredient> values = new ArrayList<>();
        Map<String, String> constants = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        Set<String> classes = new LinkedHashSet<>();
        for (Place member : file.members()) {
            if (member.node() instanceof FieldDeclaration field) {
                boolean constant = field.isStatic() && field.isFinal();
                for (VariableDeclarator variable : field.getVariables()) {
                    if (constant) {
                        constants.put(variable.getNameAsString(), variable.getTypeAsString());
                    }
                    variable.getInitializer().ifPresent(value -> {
                        String text = SourceText.flat(file.textOf(value));
                        if (text.length() <= LONGEST && !text.contains("{") && !text.contains("->")) {
                            values.add(new Ingredient(
                                    text,
                                    file.line(value),
                                    List.of(),
                                    variable.getTypeAsString(),
                                    text.contains("this")));
                            if (constant
                                    && (value.isLiteralExpr() || value.isFieldAccessExpr() || value.isNameExpr())) {
                                texts.put(variable.getNameAsString(), text);
                            }
                        }
                    });
                }
            }
        }
        file.unit().findAll(StringLiteralExpr.class).forEach(literal -> {
            Matcher matcher = CHARACTER_CLASS.matcher(literal.getValue());
            while (matcher.find()) {
                classes.add(matcher.group());
            }
        });
        return new Declared(
                List.copyOf(values),
                constants,
                texts,
                nested(file),
                constructors(file),
                supertypes(file),
                tested(file),
                classes);
    }

    private static List<String> nested(SourceFile file) {
        return file
                .unit()
                .findAll(
                        ClassOrInterfaceDeclaration.class, c -> c.isNestedType() && !c.isInterface() && !c.isAbstract())
                .stream()
                .map(c -> c.getNameAsString())
                .distinct()
                .toList();
    }

    private static Map<String, List<Ingredients.Signature>> constructors(SourceFile file) {
        Map<String, List<Ingredients.Signature>> constructors = new TreeMap<>();
        for (ConstructorDeclaration c : file.unit().findAll(ConstructorDeclaration.class)) {
            List<String> types =
                    c.getParameters().stream().map(p -> p.getTypeAsString()).toList();
            constructors
                    .computeIfAbsent(c.getNameAsString(), n -> new ArrayList<>())
                    .add(new Ingredients.Signature(c.getNameAsString(), types, c.getNameAsString(), false));
        }
        return constructors;
    }

    private static Set<String> supertypes(SourceFile file) {
        Set<String> types = new LinkedHashSet<>();
        file.unit().findAll(ClassOrInterfaceDeclaration.class).stream()
                .filter(c -> !c.isInterface())
                .flatMap(c -> c.getExtendedTypes().stream())
                .forEach(t -> types.add(t.getNameAsString()));
        return types;
    }

    private static Set<String> tested(SourceFile file) {
        Set<String> types = new LinkedHashSet<>();
        file.unit().findAll(CastExpr.class).forEach(c -> reference(types, c.getType()));
        file.unit().findAll(InstanceOfExpr.class).forEach(i -> reference(types, i.getType()));
        file.unit().getImports().stream()
                .filter(i -> !i.isStatic() && !i.isAsterisk())
                .map(i -> i.getName().getIdentifier())
                .forEach(types::add);
        return types;
    }

    private static void reference(Set<String> types, Type type) {
        if (type instanceof ClassOrInterfaceType named) {
            types.add(named.getNameAsString());
        }
    }
}
