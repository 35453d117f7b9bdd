/**
 * What the Validator entity understands, answers and remembers:
 * batches of candidates and their verdicts.
 */
@NullMarked
package org.elenchus.protocol.validator;

import org.jspecify.annotations.NullMarked;
