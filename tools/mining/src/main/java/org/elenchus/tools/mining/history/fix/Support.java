package org.elenchus.tools.mining.history.fix;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.elenchus.tools.mining.history.diff.FileDiff;
import org.elenchus.tools.mining.history.diff.LineRange;
import org.elenchus.tools.mining.history.diff.Member;
import org.elenchus.tools.mining.history.diff.Splice;

/** What lines of the older release need to compile in the newer one: members and imports that are gone and that they name. */
final class Support {
    private static final Pattern WORD = Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");

    private final FileDiff file;
    private final Set<String> named = new HashSet<>();
    private final List<Splice> found = new ArrayList<>();

    private Support(FileDiff file) {
        this.file = file;
    }

    static List<Splice> of(FileDiff file, List<Splice> splices) {
        Support support = new Support(file);
        splices.forEach(splice -> support.name(splice.older()));
        support.members();
        support.imports();
        return List.copyOf(support.found);
    }

    private void name(LineRange lines) {
        Matcher words = WORD.matcher(file.older().lines().of(lines));
        while (words.find()) {
            named.add(words.group());
        }
    }

    private void members() {
        Deque<Member> gone = new ArrayDeque<>(file.gone());
        int passed = 0;
        while (!gone.isEmpty() && passed < gone.size()) {
            Member member = gone.removeFirst();
            LineRange type = file.newer().typeLines(member.type());
            if (type != null && named.contains(member.name())) {
                found.add(new Splice(new LineRange(type.last(), 0), member.lines()));
                name(member.lines());
                passed = 0;
            } else {
                gone.addLast(member);
                passed++;
            }
        }
    }

    private void imports() {
        Map<String, LineRange> kept = file.newer().imports();
        file.older().imports().forEach((text, lines) -> {
            String name = text.replaceAll(";.*", "").replaceAll(".*\\.", "");
            if (!kept.containsKey(text) && (name.equals("*") || named.contains(name))) {
                found.add(new Splice(new LineRange(file.newer().afterImports(), 0), lines));
            }
        });
    }
}
