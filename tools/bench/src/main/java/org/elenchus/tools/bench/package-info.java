/**
 * JMH benchmarks of the hot pure code: policy, gradient, enumeration, wire codec. Every build compiles them, none runs them.
 * docs/benchmarks.md says how to.
 */
@NullMarked
package org.elenchus.tools.bench;

import org.jspecify.annotations.NullMarked;
