/**
 * Who waits for the answer to a request that is under way.
 * Lets every command be asked again without its work being done twice.
 */
@NullMarked
package org.elenchus.actors.reply;

import org.jspecify.annotations.NullMarked;
