/**
 * What instrumented code calls: fuel, coverage marks, refused exits, shortened sleeps, and answers that repeat where the platform's would not.
 * The only package of the worker that code under test can see.
 */
@NullMarked
package org.elenchus.tools.worker.probe;

import org.jspecify.annotations.NullMarked;
