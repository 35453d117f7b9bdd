/**
 * Repositories of any language: a declared command runs their tests in a fresh checkout, a declared report says how they went.
 * One more adapter of the {@code Sandbox} port; what is a Java snapshot goes to the sandbox for those.
 */
@NullMarked
package org.elenchus.tools.verifier;

import org.jspecify.annotations.NullMarked;
