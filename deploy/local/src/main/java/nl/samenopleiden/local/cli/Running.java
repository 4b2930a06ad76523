package nl.samenopleiden.local.cli;

import nl.samenopleiden.local.frontdoor.FrontDoor;
import nl.samenopleiden.local.platform.Addresses;
import nl.samenopleiden.local.platform.Home;
import nl.samenopleiden.local.platform.RunState;
import nl.samenopleiden.local.platform.Secrets;
import nl.samenopleiden.local.platform.StateFile;

/** What commands need that talk to the running platform. */
final class Running {

  private Running() {}

  static RunState required(Home home) {
    return new StateFile(home)
        .running()
        .orElseThrow(() -> new SaidException("Samen does not run here: start it with ./samen up"));
  }

  /** The front door of the running platform, as its demonstration users. */
  static FrontDoor door(Home home) {
    Addresses addresses = required(home).addresses();
    if (!addresses.demonstration()) {
      throw new SaidException(
          "The platform was started with --issuer: there are no demonstration users to act as");
    }
    return door(home, addresses);
  }

  static FrontDoor door(Home home, Addresses addresses) {
    return new FrontDoor(addresses, Secrets.in(home.secrets()).demoKey());
  }
}
