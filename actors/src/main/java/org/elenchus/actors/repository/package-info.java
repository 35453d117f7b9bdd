/**
 * The Repository entity: prepared once, remembered for ever.
 * What a preparation found is an event; a refusal says what to do about it.
 */
@NullMarked
package org.elenchus.actors.repository;

import org.jspecify.annotations.NullMarked;
