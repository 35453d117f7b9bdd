package org.elenchus.protocol;

/** A command or reply that may cross nodes; serialised as CBOR. */
public interface Message {}
