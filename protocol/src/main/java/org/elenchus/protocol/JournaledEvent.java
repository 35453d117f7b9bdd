package org.elenchus.protocol;

/**
 * An event of some entity's journal. Its JSON carries an explicit type name, never a class name, and nothing of the clock, of
 * addresses or of arrival order: the canonical digest of a run is made of these.
 */
public interface JournaledEvent {}
