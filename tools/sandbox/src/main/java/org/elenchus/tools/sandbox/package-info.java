/**
 * Sandboxes: worker processes that compile and run untrusted code, and the folders they read.
 * An adapter of the Sandbox port.
 */
@NullMarked
package org.elenchus.tools.sandbox;

import org.jspecify.annotations.NullMarked;
