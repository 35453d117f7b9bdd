/**
 * Java source as the repair tools see it: parsed files, the places an edit may go to, scopes, ingredients.
 * Nodes locate; texts are never printed from them.
 */
@NullMarked
package org.elenchus.tools.repair.syntax;

import org.jspecify.annotations.NullMarked;
