/**
 * The worker's JVM as tests see it, put back as it was after each of them.
 * Streams, properties, locale, system class loader.
 */
@NullMarked
package org.elenchus.tools.worker.host;

import org.jspecify.annotations.NullMarked;
