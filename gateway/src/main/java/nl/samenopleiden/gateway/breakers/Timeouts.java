package nl.samenopleiden.gateway.breakers;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a service may take.
 *
 * @param answer until it begins to answer
 * @param upload the same for what carries a file, counted from its last byte
 * @param tile the same for a tile of the home page, until it is complete
 * @param open how long a service that fails is left alone
 */
@ConfigurationProperties("samen.timeouts")
record Timeouts(
    @DefaultValue("10s") Duration answer,
    @DefaultValue("60s") Duration upload,
    @DefaultValue("1500ms") Duration tile,
    @DefaultValue("2s") Duration open) {}
