package org.elenchus.actors.grading;

import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.TextEdit;

/** What a submitted patch amounts to before anything is run. */
sealed interface Submission {
    int MAX_EDITS = 100;
    int MAX_INSERTED = 200_000;

    /** The state to be graded. */
    record Applied(Overlay overlay) implements Submission {}

    /** The broken state as it was. */
    record Unchanged() implements Submission {}

    /** Not allowed, or it does not fit the broken state, which therefore stays as it was. */
    record Refused(String reason) implements Submission {}

    /** Only main source files that exist may change; tests, build files and anything outside are out of reach. */
    static Submission of(BrokenState broken, Patch submitted) {
        if (submitted.edits().size() > MAX_EDITS) {
            return new Refused("more than " + MAX_EDITS + " edits");
        }
        long inserted = submitted.edits().stream()
                .mapToLong(edit -> edit.inserted().length())
                .sum();
        if (inserted > MAX_INSERTED) {
            return new Refused("more than " + MAX_INSERTED + " characters inserted");
        }
        for (TextEdit edit : submitted.edits()) {
            if (!broken.rules().isSource(edit.path()) || !broken.files().contains(edit.path())) {
                return new Refused("not a main source file: " + edit.path());
            }
        }
        try {
            Overlay overlay = broken.with(submitted).overlay();
            return overlay.equals(broken.overlay()) ? new Unchanged() : new Applied(overlay);
        } catch (Patch.DoesNotApply e) {
            return new Refused(String.valueOf(e.getMessage()));
        }
    }
}
