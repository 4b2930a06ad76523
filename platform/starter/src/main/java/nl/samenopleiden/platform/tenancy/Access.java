package nl.samenopleiden.platform.tenancy;

import java.util.HashSet;
import java.util.Set;

/**
 * Who asks, and whose data that person may reach. Controllers take it as a parameter; it is made
 * from the verified token and the partnerships only.
 */
public final class Access {

  private final Caller caller;
  private final Partnerships partnerships;

  /** Access of this caller, as far as the partnerships reach. */
  public Access(Caller caller, Partnerships partnerships) {
    this.caller = caller;
    this.partnerships = partnerships;
  }

  /** Who asks. */
  public Caller caller() {
    return caller;
  }

  /** The caller's own organisation. */
  public Owner home() {
    return caller.home();
  }

  /** Only the caller's own organisation. */
  public Scope own() {
    return Scope.of(home());
  }

  /** The organisations that the caller's own has a partnership with; may be empty. */
  public Set<Owner> partners() {
    return partnerships.partnersOf(home());
  }

  /** The caller's own organisation and those that it has a partnership with. */
  public Scope withPartners() {
    Set<Owner> owners = new HashSet<>(partners());
    owners.add(home());
    return new Scope(owners);
  }

  /** Whether the caller's organisation is this one or has a partnership with it. */
  public boolean reaches(Owner owner) {
    return owner.equals(home()) || partners().contains(owner);
  }
}
