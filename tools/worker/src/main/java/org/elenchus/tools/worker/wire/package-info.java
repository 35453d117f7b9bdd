/**
 * What the worker and its owner say to each other: orders, answers, and their binary form.
 * Shared by both sides; depends on nothing but the JDK.
 */
@NullMarked
package org.elenchus.tools.worker.wire;

import org.jspecify.annotations.NullMarked;
