package org.elenchus.tools.mining.history.diff;

import com.github.javaparser.JavaToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Source texts compared without comments and white space. */
public final class SourceTokens {
    private SourceTokens() {}

    /** Whether two texts are the same tokens in the same order. What is not Java is compared letter by letter. */
    public static boolean same(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        Optional<List<String>> tokens = of(one);
        return tokens.isPresent() && tokens.equals(of(other));
    }

    private static Optional<List<String>> of(String text) {
        return SourceShape.parse(text).flatMap(unit -> unit.getTokenRange()).map(range -> {
            List<String> tokens = new ArrayList<>();
            for (JavaToken token : range) {
                if (!token.getCategory().isWhitespaceOrComment()) {
                    tokens.add(token.getText());
                }
            }
            return tokens;
        });
    }
}
