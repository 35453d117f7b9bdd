/**
 * Tasks as people take them in hand: a unified diff that ordinary tools apply, and where the sources lie.
 * Reads artifacts and prepared sources; needs no node.
 */
@NullMarked
package org.elenchus.tools.cli.task;

import org.jspecify.annotations.NullMarked;
