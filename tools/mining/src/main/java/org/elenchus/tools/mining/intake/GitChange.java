package org.elenchus.tools.mining.intake;

/**
 * A path that two commits have differently. Renames are not followed: one path goes, another comes.
 *
 * @param path below the top
 * @param before the plain file it was; empty where it was none
 * @param after the plain file it is; empty where it is none
 */
public record GitChange(String path, String before, String after) {
    /** Whether it is a plain file in both. */
    public boolean isEdit() {
        return !before.isEmpty() && !after.isEmpty();
    }

    /** Whether the newer commit has it as a plain file. */
    public boolean isThere() {
        return !after.isEmpty();
    }
}
