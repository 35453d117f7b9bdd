package org.elenchus.tools.repair.syntax;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** A parsed source text with its places. Immutable to callers; scopes and ingredients are worked out on first use. Thread-safe. */
public final class SourceFile {
    private final String text;
    private final CompilationUnit unit;
    private final LineTable lines;
    private final List<Place> places;
    private final AtomicReferenceArray<Scope> scopes;
    private volatile @Nullable Ingredients ingredients;

    private SourceFile(String text, CompilationUnit unit) {
        this.text = text;
        this.unit = unit;
        this.lines = new LineTable(text);
        this.places = PlaceFinder.find(this);
        this.scopes = new AtomicReferenceArray<>(places.size());
    }

    /** The parsed text; empty when it is not Java. */
    public static Optional<SourceFile> parse(String text) {
        ParseResult<CompilationUnit> result = parser().parse(text);
        return result.isSuccessful() ? result.getResult().map(unit -> new SourceFile(text, unit)) : Optional.empty();
    }

    /** Whether the text is syntactically Java. */
    public static boolean parses(String text) {
        return parser().parse(text).isSuccessful();
    }

    /** A new parser: parsers are cheap to make and not thread-safe. Comments are not needed; ranges come with the tokens. */
    private static JavaParser parser() {
        return new JavaParser(new ParserConfiguration()
                .setLanguageLevel(ParserConfiguration.LanguageLevel.RAW)
                .setAttributeComments(false));
    }

    public String text() {
        return text;
    }

    CompilationUnit unit() {
        return unit;
    }

    /** Places in offset order. */
    public List<Place> places() {
        return places;
    }

    public int lineCount() {
        return lines.lines();
    }

    /** What is visible at a place. */
    public Scope scope(Place place) {
        Scope known = scopes.get(place.index());
        if (known == null) {
            known = ScopeReader.at(place);
            scopes.set(place.index(), known);
        }
        return known;
    }

    /** What this file offers to build edits from. */
    public Ingredients ingredients() {
        Ingredients known = ingredients;
        if (known == null) {
            known = IngredientCollector.collect(this);
            ingredients = known;
        }
        return known;
    }

    public int start(Node node) {
        return lines.offset(range(node).begin);
    }

    /** Offset just after the node. */
    public int end(Node node) {
        return lines.offset(range(node).end) + 1;
    }

    public String textOf(Node node) {
        return text.substring(start(node), end(node));
    }

    public int line(Node node) {
        return range(node).begin.line;
    }

    /** The 1-based line an offset is in. */
    public int lineOf(int offset) {
        return lines.lineOf(offset);
    }

    /**
     * Whether the other says the same: alike but for comments, white space, parentheses, braces around one statement, and the order of
     * operands of {@code &&} and {@code ||} that can neither throw nor change anything.
     */
    public boolean saysTheSameAs(SourceFile other) {
        return SameMeaning.of(unit, other.unit);
    }

    /** The white space its line begins with. */
    public String indentAt(int offset) {
        int start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
        int end = start;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(start, end);
    }

    private static Range range(Node node) {
        return node.getRange().orElseThrow(() -> new IllegalStateException("a parsed node has a range"));
    }
}
