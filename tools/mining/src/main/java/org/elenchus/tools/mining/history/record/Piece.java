package org.elenchus.tools.mining.history.record;

import org.elenchus.protocol.Digest;
import org.elenchus.tools.mining.history.diff.LineRange;
import org.elenchus.tools.mining.history.diff.Splice;
import org.elenchus.tools.mining.history.diff.TextLines;

/**
 * Lines of the newer release that give way to lines of the older one, without their texts.
 *
 * @param removed digest of the newer lines, line ends included
 * @param inserted digest of the older lines
 */
public record Piece(LineRange newer, LineRange older, Digest removed, Digest inserted) {
    static Piece of(Splice splice, TextLines newer, TextLines older) {
        return new Piece(splice.newer(), splice.older(), newer.digest(splice.newer()), older.digest(splice.older()));
    }

    Splice splice() {
        return new Splice(newer, older);
    }

    /** Whether two texts have what was recorded, where it was recorded. */
    boolean fits(TextLines newerText, TextLines olderText) {
        return newerText.has(newer)
                && olderText.has(older)
                && newerText.digest(newer).equals(removed)
                && olderText.digest(older).equals(inserted);
    }
}
