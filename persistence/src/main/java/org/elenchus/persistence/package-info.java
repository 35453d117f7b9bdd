/**
 * What lasts: the journal and the content-addressed artifacts, in the data folder or in PostgreSQL, and the memory of outcomes.
 * Reading them back for audit, too.
 */
@NullMarked
package org.elenchus.persistence;

import org.jspecify.annotations.NullMarked;
