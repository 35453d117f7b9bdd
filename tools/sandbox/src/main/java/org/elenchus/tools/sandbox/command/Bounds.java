package org.elenchus.tools.sandbox.command;

import java.time.Duration;

/**
 * What a command may take.
 *
 * @param cpu processor time of any one of its processes
 * @param wall until it is killed
 * @param dataBytes memory of any one of its processes
 * @param fileBytes size of any one file
 * @param outputBytes what it prints on both streams
 */
public record Bounds(Duration cpu, Duration wall, long dataBytes, long fileBytes, long outputBytes) {}
