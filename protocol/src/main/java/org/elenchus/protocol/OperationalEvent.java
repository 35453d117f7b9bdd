package org.elenchus.protocol;

/**
 * An event of what befell the operation of a run: it could not go on, it was taken up again. A run that nothing befell has none, and
 * nothing that a run finds out or decides is one. The canonical digest leaves these out, so that a run which failed and was resumed has
 * the digest of one that did not fail.
 */
public interface OperationalEvent extends JournaledEvent {}
