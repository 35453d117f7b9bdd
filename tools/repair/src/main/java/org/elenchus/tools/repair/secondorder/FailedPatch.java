package org.elenchus.tools.repair.secondorder;

import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.Task;
import org.elenchus.protocol.task.TextEdit;

/**
 * What an attempt that failed had made of a task's files: it compiled, and tests went on failing.
 *
 * @param whole turns the original into that state: the task's own breaking edits and all the attempt had done by then
 * @param last the edit tried last; its offset refers to the state before it
 * @param context syntactic context of that edit
 */
record FailedPatch(Task task, Patch whole, TextEdit last, String context) {}
