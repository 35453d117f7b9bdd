/**
 * What lasts: the embedded journal, the content-addressed artifact store, the memory of outcomes, and reading them back for audit.
 * Everything of one node lies in one data folder.
 */
@NullMarked
package org.elenchus.persistence;

import org.jspecify.annotations.NullMarked;
