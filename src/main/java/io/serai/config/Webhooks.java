package io.serai.config;

import java.time.Duration;
import java.util.Optional;

/**
 * How others are told of events.
 *
 * @param keep how long an event can be sent again
 * @param pauseAfter how long a webhook may take nothing before it is paused
 * @param allowHttp whether messages may go by http to other machines
 * @param publicOnly whether messages may go to no address of this machine and of private networks
 * @param secretKey under which the webhooks' secrets are kept; a file of the data folder if absent
 */
public record Webhooks(
    Duration keep,
    Duration pauseAfter,
    boolean allowHttp,
    boolean publicOnly,
    Optional<Secret> secretKey) {}
