package nl.samenopleiden.platform.audit;

import nl.samenopleiden.platform.store.StoreConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;

/** The audit trail, for every service. */
@AutoConfiguration(after = StoreConfiguration.class)
@Import(AuditApi.class)
public class AuditConfiguration {}
