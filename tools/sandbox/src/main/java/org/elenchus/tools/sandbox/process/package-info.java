/**
 * Workers as processes of this machine: in namespaces of their own where the kernel offers them, plain otherwise.
 * Linux's own tools do the confining; a probe says which of them work here.
 */
@NullMarked
package org.elenchus.tools.sandbox.process;

import org.jspecify.annotations.NullMarked;
