/**
 * The language every room of the house speaks: ids, digests and keyed random draws.
 * Records and sealed interfaces; no behaviour beyond validation at the door.
 */
@NullMarked
package org.elenchus.protocol;

import org.jspecify.annotations.NullMarked;
