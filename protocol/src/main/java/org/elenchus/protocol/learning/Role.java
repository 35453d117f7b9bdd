package org.elenchus.protocol.learning;

/** The two roles of the policy. */
public enum Role {
    SOLVER,
    GENERATOR
}
