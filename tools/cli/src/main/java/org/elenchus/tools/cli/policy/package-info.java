/**
 * A trained policy as people read it: which version of which run, its strongest weights, and what training changed.
 * Works from the features' names alone, so that policies of other versions of the solver can be read, too.
 */
@NullMarked
package org.elenchus.tools.cli.policy;

import org.jspecify.annotations.NullMarked;
