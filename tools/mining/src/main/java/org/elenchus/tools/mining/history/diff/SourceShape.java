package org.elenchus.tools.mining.history.diff;

import com.github.javaparser.JavaParser;
import com.github.javaparser.JavaToken;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A source text as a diff sees it: what each line says without comments and white space, its members, its imports. Immutable. */
public final class SourceShape {
    private final TextLines lines;
    private final CompilationUnit unit;
    private final TreeMap<Integer, String> said;
    private final Map<String, Member> members;
    private final Map<String, LineRange> types;

    private SourceShape(String text, CompilationUnit unit) {
        this.lines = new TextLines(text);
        this.unit = unit;
        this.said = said(unit);
        MemberReader reader = new MemberReader();
        unit.getTypes().forEach(type -> reader.read(type, ""));
        this.members = reader.members();
        this.types = reader.types();
        outsideTypes().forEach(said::remove);
    }

    /** The shape of a text; empty when it is not Java. */
    public static Optional<SourceShape> of(String text) {
        return parse(text).map(unit -> new SourceShape(text, unit));
    }

    static Optional<CompilationUnit> parse(String text) {
        ParseResult<CompilationUnit> result = new JavaParser(new ParserConfiguration()
                        .setLanguageLevel(ParserConfiguration.LanguageLevel.RAW)
                        .setAttributeComments(false))
                .parse(text);
        return result.isSuccessful() ? result.getResult() : Optional.empty();
    }

    public TextLines lines() {
        return lines;
    }

    public CompilationUnit unit() {
        return unit;
    }

    /** Lines that say something, ascending, with what they say. */
    TreeMap<Integer, String> said() {
        return said;
    }

    /** By key, in order of the text. */
    public Map<String, Member> members() {
        return members;
    }

    /** The lines of a type's declaration; null where there is no such type. */
    public @Nullable LineRange typeLines(String key) {
        return types.get(key);
    }

    /** Imports by what they say, with their lines. */
    public Map<String, LineRange> imports() {
        Map<String, LineRange> imports = new LinkedHashMap<>();
        for (ImportDeclaration declaration : unit.getImports()) {
            imports.put(declaration.toString().strip(), linesOf(declaration));
        }
        return imports;
    }

    /** The first line after the imports; after the package where there are none. */
    public int afterImports() {
        return unit.getImports().stream()
                .mapToInt(i -> linesOf(i).next())
                .max()
                .orElseGet(() ->
                        unit.getPackageDeclaration().map(p -> linesOf(p).next()).orElse(1));
    }

    /** The member that lines are in, if they are inside one. */
    Optional<Member> around(LineRange range) {
        return members.values().stream()
                .filter(member -> member.lines().contains(range))
                .filter(member -> range.count() > 0
                        || (range.first() > member.lines().first()
                                && range.first() <= member.lines().last()))
                .findFirst();
    }

    private List<Integer> outsideTypes() {
        return said.keySet().stream()
                .filter(line ->
                        unit.getTypes().stream().noneMatch(type -> linesOf(type).contains(new LineRange(line, 1))))
                .toList();
    }

    static LineRange linesOf(Node node) {
        var range = node.getRange().orElseThrow(() -> new IllegalStateException("a parsed node has a range"));
        return LineRange.between(range.begin.line, range.end.line);
    }

    private static TreeMap<Integer, String> said(CompilationUnit unit) {
        TreeMap<Integer, List<String>> words = new TreeMap<>();
        unit.getTokenRange().ifPresent(tokens -> {
            for (JavaToken token : tokens) {
                boolean silent = token.getCategory().isWhitespaceOrComment()
                        || token.getText().isEmpty();
                if (!silent && token.getRange().isPresent()) {
                    int line = token.getRange().get().begin.line;
                    for (String part : token.getText().split("\n", -1)) {
                        words.computeIfAbsent(line++, l -> new ArrayList<>()).add(part.strip());
                    }
                }
            }
        });
        TreeMap<Integer, String> said = new TreeMap<>();
        words.forEach((line, parts) -> said.put(line, String.join(" ", parts)));
        return said;
    }
}
