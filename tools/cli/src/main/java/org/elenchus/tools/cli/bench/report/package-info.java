/**
 * What a measurement found: for people as tables and a plot, for scripts as JSON.
 * Reads no clock; everything arrives as values.
 */
@NullMarked
package org.elenchus.tools.cli.bench.report;

import org.jspecify.annotations.NullMarked;
