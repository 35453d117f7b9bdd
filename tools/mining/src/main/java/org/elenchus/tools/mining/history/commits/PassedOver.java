package org.elenchus.tools.mining.history.commits;

/** Why a commit is not searched. */
public enum PassedOver {
    MERGE("merge", "merges"),
    NO_PARENT("no-parent", "have no parent here"),
    NO_MAIN("no-main", "change no main Java file of the module"),
    NO_TEST("no-test", "change no test Java file of the module"),
    ODD_PATH("odd-path", "refused: a path leads out of the repository, or a changed source is a link"),
    LARGE("large", "change too many Java files"),
    NO_EDIT("no-edit", "only add and remove main Java files"),
    NO_CODE("no-code", "change nothing inside a member: comments, layout, imports, new members"),
    UNREADABLE("unreadable", "cannot be read: objects are missing, as in a partial clone"),
    SURPLUS("surplus", "promising by their names, beyond --candidates");

    private final String label;
    private final String words;

    PassedOver(String label, String words) {
        this.label = label;
        this.words = words;
    }

    /** For scripts. */
    public String label() {
        return label;
    }

    /** For people, after a number of commits. */
    public String words() {
        return words;
    }
}
