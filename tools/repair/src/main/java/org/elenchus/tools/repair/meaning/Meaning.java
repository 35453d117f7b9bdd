package org.elenchus.tools.repair.meaning;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The meaning of a method, constructor or field as text: members that say the same in other words have the same. Left out are comments,
 * annotations, {@code final} of variables, type arguments, names of locals, the words of exceptions and of {@code requireNonNull}. Alike are early ways out and
 * branches, conditional values and branches, negations and exchanged branches, a constant and what it stands for, a local and what it is
 * a name for (see {@link Locals}). It is meant for people's fixes; calls are taken to be pure by their names, so it is no proof.
 */
public final class Meaning {
    static final int LONGEST = 60_000;

    private final Map<String, Expression> constants;

    /** @param constants static final fields that stand for a literal or another constant: name → text */
    public Meaning(Map<String, String> constants) {
        Map<String, Expression> parsed = new LinkedHashMap<>();
        constants.forEach((name, text) ->
                parser().parseExpression(text).getResult().ifPresent(e -> parsed.put(name, (Expression) e)));
        this.constants = parsed;
    }

    /** Choices within choices grew beyond all measure. */
    static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static JavaParser parser() {
        return new JavaParser(new ParserConfiguration()
                .setLanguageLevel(ParserConfiguration.LanguageLevel.RAW)
                .setAttributeComments(false));
    }

    /** Of a member's text; empty where it is none, or its choices are too many. */
    public Optional<String> of(String member) {
        ParseResult<BodyDeclaration<?>> parsed = parser().parseBodyDeclaration(member);
        return parsed.isSuccessful() ? parsed.getResult().flatMap(this::of) : Optional.empty();
    }

    private Optional<String> of(BodyDeclaration<?> member) {
        try {
            Statements statements = new Statements(new Locals(member), constants);
            return Optional.of(
                    switch (member) {
                        case MethodDeclaration m ->
                            head(m) + Expressions.type(m.getType()) + "{"
                                    + m.getBody()
                                            .map(b -> statements.of(
                                                    b.getStatements(),
                                                    m.getType().isVoidType() ? Statements.LEAVE : ""))
                                            .orElse("")
                                    + "}";
                        case ConstructorDeclaration c ->
                            head(c) + "{" + statements.of(c.getBody().getStatements(), Statements.LEAVE) + "}";
                        default -> statements.expressions().generic(member);
                    });
        } catch (TooLong e) {
            return Optional.empty();
        }
    }

    private static String head(CallableDeclaration<?> callable) {
        String modifiers = callable.getModifiers().stream()
                .filter(m -> m.getKeyword() != Modifier.Keyword.FINAL)
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining());
        String types = callable.getParameters().stream()
                .map(p -> Expressions.type(p.getType()) + (p.isVarArgs() ? "..." : ""))
                .collect(Collectors.joining(","));
        return modifiers + callable.getNameAsString() + "(" + types + ")";
    }
}
