package org.elenchus.tools.verifier.report;

/** A report is missing, malformed, or larger than allowed. The message holds nothing of the report's own text. */
public final class ReportFault extends Exception {
    private static final long serialVersionUID = 1L;

    public ReportFault(String message) {
        super(message);
    }
}
