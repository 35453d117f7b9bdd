/**
 * Executing candidates with a clock in hand: passes over a sample, what they cost in wall and processor time, what came out.
 * Processor time is that of whole process trees, so that figures stay comparable on a busy machine.
 */
@NullMarked
package org.elenchus.tools.cli.bench.measure;

import org.jspecify.annotations.NullMarked;
