package nl.samenopleiden.platform.audit;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.List;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.store.Documents;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.TenantCollection;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit trail of the caller's own organisation: who changed what, and when. */
@RestController
final class AuditApi {

  /**
   * One change.
   *
   * @param type the kind of thing that was changed
   * @param subject which one
   * @param version how it counts its changes
   * @param by the person, by the opaque id of the token
   * @param facts what happened
   */
  record Change(
      String type, String subject, long version, String by, Instant at, List<String> facts) {}

  private final TenantCollection audit;

  AuditApi(Collections collections) {
    this.audit = collections.named("audit");
  }

  @GetMapping("/api/${spring.application.name}/audit")
  @Allowed({Role.BOARD_COORDINATOR, Role.PROGRAMME_MANAGER, Role.OPERATOR})
  Page<Change> changes(
      Access access,
      PageRequest page,
      @RequestParam(required = false) @Nullable String type,
      @RequestParam(required = false) @Nullable String subject) {
    var filter =
        type == null && subject == null
            ? null
            : subject == null
                ? Filters.eq("type", type)
                : type == null
                    ? Filters.eq("subject", subject)
                    : Filters.and(Filters.eq("type", type), Filters.eq("subject", subject));
    return audit
        .page(access.own(), filter, Sorts.descending("at"), page)
        .map(each -> Documents.fromBson(each, Change.class));
  }
}
