package org.elenchus.tools.sandbox.host;

/** What code under test is to be kept from, each with the words that name it to people. */
public enum Bound {
    NETWORK("network"),
    HOST_FILES("files of this machine"),
    WRITES("writing outside its folder"),
    DISK("disk space"),
    OTHER_PROCESSES("other processes"),
    SURVIVORS("outliving its worker"),
    ORPHANS("outliving this program"),
    PROCESSES("number of processes"),
    MEMORY("memory"),
    PROCESSOR("processor share"),
    FILE_SIZE("size of a file"),
    OPEN_FILES("open files"),
    CORE_DUMPS("core dumps"),
    ENVIRONMENT("environment and secrets in it"),
    PRIVILEGES("privileges"),
    KERNEL("attacks on the kernel");

    private final String words;

    Bound(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
