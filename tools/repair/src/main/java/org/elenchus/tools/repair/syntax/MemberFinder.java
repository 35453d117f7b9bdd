package org.elenchus.tools.repair.syntax;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.expr.Expression;
import java.util.ArrayList;
import java.util.List;

/** Finds the members of a file that may have a value: fields and enum constants. */
final class MemberFinder {
    private MemberFinder() {}

    /** Fields and enum constants, numbered from {@code first}. */
    static List<Place> find(SourceFile file, int first) {
        List<Place> members = new ArrayList<>();
        for (BodyDeclaration<?> member : file.unit().findAll(BodyDeclaration.class, MemberFinder::hasValue)) {
            List<Expression> roots = values(member);
            int last = roots.stream()
                    .mapToInt(r -> r.getRange().map(range -> range.end.line).orElse(0))
                    .max()
                    .orElse(0);
            int line = file.line(named(member));
            boolean isStatic = !(member instanceof FieldDeclaration field) || field.isStatic();
            Method owner = new Method(
                    PlaceFinder.enclosingType(member),
                    isStatic ? "<clinit>" : "<init>",
                    "void",
                    isStatic,
                    false,
                    line,
                    Math.max(line, last) - line + 1,
                    member);
            members.add(new Place(
                    first + members.size(),
                    member,
                    Context.DECLARATION,
                    roots,
                    line,
                    Math.max(line, last),
                    -1,
                    owner,
                    0));
        }
        return List.copyOf(members);
    }

    private static boolean hasValue(BodyDeclaration<?> member) {
        return member instanceof FieldDeclaration || member instanceof EnumConstantDeclaration;
    }

    private static Node named(BodyDeclaration<?> member) {
        return member instanceof FieldDeclaration field ? field.getVariable(0) : member;
    }

    private static List<Expression> values(BodyDeclaration<?> member) {
        List<Expression> values = new ArrayList<>();
        switch (member) {
            case FieldDeclaration f ->
                f.getVariables().forEach(v -> v.getInitializer().ifPresent(values::add));
            case EnumConstantDeclaration c -> values.addAll(c.getArguments());
            default -> {
                // other members have no value
            }
        }
        return values;
    }
}
