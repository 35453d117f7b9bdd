package org.elenchus.tools.repair.syntax;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
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
    private final List<Place> members;
    private final AtomicReferenceArray<Scope> scopes;
    private final Occurrences occurrences;
    private volatile @Nullable Ingredients ingredients;
    private volatile @Nullable Declared declared;

    private SourceFile(String text, CompilationUnit unit) {
        this.text = text;
        this.unit = unit;
        this.lines = new LineTable(text);
        this.occurrences = new Occurrences(text);
        this.places = PlaceFinder.find(this);
        this.members = MemberFinder.find(this, places.size());
        this.scopes = new AtomicReferenceArray<>(places.size() + members.size());
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

    /** Places in bodies, in offset order: where mutations and repairs go. */
    public List<Place> places() {
        return places;
    }

    /** Fields and enum constants, where only repairs go; their numbers follow those of the other places. */
    public List<Place> members() {
        return members;
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

    /** What this file declares outside of bodies. */
    public Declared declared() {
        Declared known = declared;
        if (known == null) {
            known = Declared.in(this);
            declared = known;
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

    /** Characters from an offset to the nearest place but itself where a text begins; {@link Integer#MAX_VALUE} where there is none. */
    public int distance(String text, int offset) {
        return occurrences.distance(text, offset);
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
        return AlikeTrees.of(unit, other.unit);
    }

    /** From where to where in the text. @param end after it */
    public record Span(int start, int end) {
        public boolean holds(int from, int to) {
            return start <= from && to <= end;
        }
    }

    /** The method, constructor, field or initialiser of a type around a stretch of text; empty where the stretch is not within one. */
    public Optional<Span> memberAround(int from, int to) {
        return unit.findAll(BodyDeclaration.class).stream()
                .filter(member -> !(member instanceof TypeDeclaration))
                .map(member -> new Span(start(member), end(member)))
                .filter(span -> span.holds(from, to))
                .findFirst();
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
