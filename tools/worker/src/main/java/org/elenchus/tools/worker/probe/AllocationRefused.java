package org.elenchus.tools.worker.probe;

/** The code under test asked for an array longer than any honest test needs. Unlike an OutOfMemoryError, says nothing about the heap. */
public final class AllocationRefused extends Error {
    private static final long serialVersionUID = 1L;

    AllocationRefused(int elements) {
        super("refused an array of " + elements + " elements");
    }
}
