package io.serai.check;

import io.serai.api.Transport;
import java.util.List;

/**
 * What a fixture of an operation has sent to the recorded answers.
 *
 * @param fixture its name
 * @param operation its word, such as {@code tracking}
 * @param calls every call as it would go out, those for tokens included
 */
record Rehearsal(String fixture, String operation, List<Transport.Call> calls) {}
