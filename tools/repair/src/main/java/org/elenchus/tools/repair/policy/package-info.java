/**
 * Named binary features, their order and their base weights.
 * Every feature is enumerated and readable; nothing is hashed.
 */
@NullMarked
package org.elenchus.tools.repair.policy;

import org.jspecify.annotations.NullMarked;
