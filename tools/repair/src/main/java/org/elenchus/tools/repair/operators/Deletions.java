package org.elenchus.tools.repair.operators;

import org.elenchus.tools.repair.syntax.Context;

/** Statements taken out together with their line breaks. */
final class Deletions {
    private Deletions() {}

    /** Offers to remove this place's statement with the line break after it; none where it is not one of a list. */
    static void offer(Site site, Operator operator, Variant variant, Context context) {
        if (site.place().insertion() < 0) {
            return;
        }
        int start = site.file().start(site.place().node());
        String text = site.file().text();
        int end = site.file().end(site.place().node());
        int next = end;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        if (next < text.length() && text.charAt(next) == '}') {
            deleteLast(site, start, end, operator, variant, context);
            return;
        }
        boolean endsLine = text.substring(end, next).indexOf('\n') >= 0;
        String removed = text.substring(start, endsLine ? next : end);
        site.splice(start, removed, "", operator, variant, context, "", "");
    }

    /** The last of a block goes with the white space before it, so that no empty line is left. */
    private static void deleteLast(Site site, int start, int end, Operator operator, Variant variant, Context context) {
        int from = start;
        while (from > 0 && Character.isWhitespace(site.file().text().charAt(from - 1))) {
            from--;
        }
        site.splice(from, site.file().text().substring(from, end), "", operator, variant, context, "", "");
    }
}
