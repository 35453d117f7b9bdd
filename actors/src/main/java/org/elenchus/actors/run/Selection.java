package org.elenchus.actors.run;

import java.util.List;

/**
 * What admission made of the scored candidates, by task id.
 *
 * @param admitted in rank order
 */
record Selection(List<String> admitted, List<String> misaligned, List<String> surplus) {}
