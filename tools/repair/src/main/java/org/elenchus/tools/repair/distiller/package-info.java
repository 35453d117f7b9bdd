/**
 * Reads skills out of graded traces.
 * One skill per kind of failure, syntactic context and family of repair operators.
 */
@NullMarked
package org.elenchus.tools.repair.distiller;

import org.jspecify.annotations.NullMarked;
