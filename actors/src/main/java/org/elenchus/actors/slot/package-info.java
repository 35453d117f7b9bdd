/**
 * Work that needs a sandbox, the desk it waits at, and the slots that pull it.
 * A slot runs one piece of work at a time; a fault of the machine is told apart from every result.
 */
@NullMarked
package org.elenchus.actors.slot;

import org.jspecify.annotations.NullMarked;
