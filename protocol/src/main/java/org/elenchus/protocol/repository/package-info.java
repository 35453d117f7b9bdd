/**
 * Repositories under study: how they are named, what a prepared snapshot offers,
 * and which tests of it can be trusted.
 */
@NullMarked
package org.elenchus.protocol.repository;

import org.jspecify.annotations.NullMarked;
