/**
 * Commands of untrusted code: what one is, what it may take, how it ended, and the place that runs them.
 * For repositories that say themselves how they are tested.
 */
@NullMarked
package org.elenchus.tools.sandbox.command;

import org.jspecify.annotations.NullMarked;
