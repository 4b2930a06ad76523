package nl.samenopleiden.platform.importing;

import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;

/**
 * Who has a file imported, and for whom.
 *
 * @param id the import
 * @param by the person, for the audit trail
 */
public record ImportRun(OwnedId id, String by) {

  /** Whose import it is. */
  public Owner owner() {
    return id.owner();
  }
}
