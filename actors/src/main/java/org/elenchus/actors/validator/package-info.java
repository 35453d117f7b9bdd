/**
 * The Validator entity: batches of candidates and their verdicts.
 * Duplicates are refused by content before anything is executed.
 */
@NullMarked
package org.elenchus.actors.validator;

import org.jspecify.annotations.NullMarked;
