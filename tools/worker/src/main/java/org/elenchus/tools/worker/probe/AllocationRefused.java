package org.elenchus.tools.worker.probe;

/** The code under test asked for an array longer than any honest test needs. */
public final class AllocationRefused extends OutOfMemoryError {
    private static final long serialVersionUID = 1L;

    AllocationRefused(int elements) {
        super("refused an array of " + elements + " elements");
    }
}
