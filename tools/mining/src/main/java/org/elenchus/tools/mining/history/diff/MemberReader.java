package org.elenchus.tools.mining.history.diff;

import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Collects the members of a file's types. Local and anonymous types belong to the member they are in. */
final class MemberReader {
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, LineRange> types = new LinkedHashMap<>();

    Map<String, Member> members() {
        return members;
    }

    Map<String, LineRange> types() {
        return types;
    }

    /** @param outer key of the type around it; empty where there is none */
    void read(TypeDeclaration<?> type, String outer) {
        String key = outer.isEmpty() ? type.getNameAsString() : outer + "." + type.getNameAsString();
        types.putIfAbsent(key, SourceShape.linesOf(type));
        if (type instanceof EnumDeclaration enumeration) {
            enumeration
                    .getEntries()
                    .forEach(entry -> add(key, type, entry, entry.getNameAsString(), "", Member.Kind.FIELD));
        }
        int initialisers = 0;
        for (BodyDeclaration<?> member : type.getMembers()) {
            switch (member) {
                case TypeDeclaration<?> inner -> read(inner, key);
                case CallableDeclaration<?> callable -> add(callable, key, type);
                case CompactConstructorDeclaration constructor ->
                    add(key, type, constructor, "<init>", "(compact)", Member.Kind.BODY);
                case FieldDeclaration field ->
                    add(
                            key,
                            type,
                            field,
                            field.getVariables().stream()
                                    .map(VariableDeclarator::getNameAsString)
                                    .collect(Collectors.joining(",")),
                            "",
                            Member.Kind.FIELD);
                case InitializerDeclaration block ->
                    add(key, type, block, "<clinit>", "(" + initialisers++ + ")", Member.Kind.BODY);
                default -> {}
            }
        }
    }

    private void add(CallableDeclaration<?> callable, String key, TypeDeclaration<?> type) {
        String name = callable.isConstructorDeclaration() ? "<init>" : callable.getNameAsString();
        String parameters = callable.getParameters().stream()
                .map(parameter -> parameter.getType().asString() + (parameter.isVarArgs() ? "..." : ""))
                .collect(Collectors.joining(",", "(", ")"));
        add(key, type, callable, name, parameters, Member.Kind.BODY);
    }

    private void add(
            String key,
            TypeDeclaration<?> type,
            BodyDeclaration<?> node,
            String name,
            String parameters,
            Member.Kind kind) {
        String first = name.indexOf(',') < 0 ? name : name.substring(0, name.indexOf(','));
        String id = key + "." + name + parameters;
        members.putIfAbsent(
                id, new Member(id, type.getNameAsString() + "." + first, first, key, kind, SourceShape.linesOf(node)));
    }
}
