package org.elenchus.tools.mining.maven;

import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.RepositoryOfflineException;

/** Why an artifact could not be had, in few words. */
final class Reasons {
    private static final int LONGEST = 240;

    private Reasons() {}

    /** Whether every repository was asked and none has it. Where one could not be asked, nothing is known. */
    static boolean absentEverywhere(ArtifactResult result) {
        return result.getExceptions().stream().allMatch(Reasons::sayAbsent);
    }

    static boolean absentEverywhere(ArtifactResolutionException e) {
        return e.getResults().stream().allMatch(Reasons::absentEverywhere);
    }

    private static boolean sayAbsent(Exception e) {
        return e instanceof ArtifactNotFoundException && !offline(e);
    }

    static boolean offline(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof RepositoryOfflineException) {
                return true;
            }
        }
        return e instanceof ArtifactNotFoundException missing
                && String.valueOf(missing.getMessage()).contains("offline");
    }

    /** The innermost message, in one line. */
    static String root(RepositoryException e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return brief(message == null ? cause.getClass().getSimpleName() : message);
    }

    static String brief(String message) {
        String line = message.replaceAll("\\s+", " ").trim();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
