/**
 * What instrumented code calls: fuel, coverage marks, refused exits, shortened sleeps.
 * The only package of the worker that code under test can see.
 */
@NullMarked
package org.elenchus.tools.worker.probe;

import org.jspecify.annotations.NullMarked;
