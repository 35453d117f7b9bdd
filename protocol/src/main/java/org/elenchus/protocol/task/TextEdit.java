package org.elenchus.protocol.task;

/**
 * A splice in one main source file.
 *
 * @param path relative to the main source root
 * @param offset UTF-16 index in the text the patch is applied to
 * @param removed the text expected there; a different text means that the edit does not apply
 * @param inserted what takes its place
 */
public record TextEdit(String path, int offset, String removed, String inserted) {
    public TextEdit {
        if (offset < 0) {
            throw new IllegalArgumentException("negative offset " + offset);
        }
    }
}
