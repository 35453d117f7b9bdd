package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.elenchus.tools.repair.syntax.Ingredients;
import org.elenchus.tools.repair.syntax.TypeGuess;

/**
 * A body left to another method: one that takes the same arguments and perhaps more, the one it overrides, or another constructor. Offered at
 * the first statement of the body.
 */
final class DelegateEdits {
    private static final int TARGETS = 12;

    private DelegateEdits() {}

    static void offer(Site site) {
        if (!(site.place().method().node() instanceof CallableDeclaration<?> callable)
                || site.place().isGap()) {
            return;
        }
        Optional<BlockStmt> body = callable instanceof MethodDeclaration m
                ? m.getBody()
                : callable instanceof ConstructorDeclaration c ? Optional.of(c.getBody()) : Optional.empty();
        if (body.isEmpty() || body.get().getStatements().isEmpty()) {
            return;
        }
        if (site.place().node() == body.get().getStatement(0)) {
            switch (callable) {
                case MethodDeclaration m -> method(site, m, body.get());
                case ConstructorDeclaration c -> constructor(site, c, body.get());
                default -> {
                    // no body to leave to another
                }
            }
        }
        if (callable instanceof MethodDeclaration m
                && site.place().node() instanceof ReturnStmt s
                && s.getExpression().isPresent()
                && !m.isStatic()) {
            Expression value = s.getExpression().get();
            String call = "super." + m.getNameAsString() + "(" + names(m) + ")";
            site.replace(value, call, Operator.RETURN_VALUE, Variant.DELEGATE, m.getTypeAsString(), "super");
        }
    }

    private static String names(CallableDeclaration<?> callable) {
        return callable.getParameters().stream().map(p -> p.getNameAsString()).collect(Collectors.joining(", "));
    }

    private static List<String> types(CallableDeclaration<?> callable) {
        return callable.getParameters().stream().map(Parameter::getTypeAsString).toList();
    }

    private static void method(Site site, MethodDeclaration method, BlockStmt body) {
        List<String> own = types(method);
        if (own.isEmpty()) {
            return;
        }
        String returns = method.getTypeAsString();
        site.methods()
                .filter(s -> takes(s, own)
                        && site.mayCall(s)
                        && !(s.name().equals(method.getNameAsString())
                                && s.parameters().equals(own)))
                .limit(TARGETS)
                .forEach(s -> {
                    String call = s.name() + "(" + names(method) + filled(s, own.size()) + ")";
                    if (returns.equals("void")) {
                        put(site, body, call + ";", s.name());
                    } else if (s.returns().equals(returns)) {
                        put(site, body, "return " + call + ";", s.name());
                    } else if (returns.equals("boolean")
                            && !TypeGuess.isPrimitive(s.returns())
                            && !s.returns().equals("void")) {
                        put(site, body, "return " + call + " != null;", s.name());
                    }
                });
    }

    private static void constructor(Site site, ConstructorDeclaration constructor, BlockStmt body) {
        List<String> own = types(constructor);
        if (body.getStatement(0) instanceof ExplicitConstructorInvocationStmt) {
            return;
        }
        site.declared().constructors().getOrDefault(constructor.getNameAsString(), List.of()).stream()
                .filter(s -> takes(s, own) && !s.parameters().equals(own))
                .limit(TARGETS)
                .forEach(s -> {
                    String arguments = names(constructor) + filled(s, own.size());
                    put(site, body, "this(" + (own.isEmpty() ? arguments.substring(2) : arguments) + ");", "this");
                });
    }

    private static boolean takes(Ingredients.Signature signature, List<String> types) {
        return signature.parameters().size() >= types.size()
                && signature.parameters().size() <= types.size() + 2
                && signature.parameters().subList(0, types.size()).equals(types);
    }

    private static String filled(Ingredients.Signature signature, int given) {
        StringBuilder more = new StringBuilder();
        for (String type :
                signature.parameters().subList(given, signature.parameters().size())) {
            List<String> usual = MemberEdits.usual(type);
            boolean collection = !usual.isEmpty() && usual.getFirst().startsWith("new ");
            String value = collection
                    ? usual.getFirst()
                    : type.equals("boolean") ? "false" : TypeGuess.isPrimitive(type) ? "0" : "null";
            more.append(", ").append(value);
        }
        return more.toString();
    }

    private static void put(Site site, BlockStmt body, String text, String name) {
        List<Statement> all = body.getStatements();
        int start = site.file().start(all.getFirst());
        int end = site.file().end(all.getLast());
        site.splice(
                start,
                site.file().text().substring(start, end),
                text,
                Operator.RETURN_VALUE,
                Variant.DELEGATE,
                site.place().context(),
                site.place().method().returns(),
                name);
    }
}
