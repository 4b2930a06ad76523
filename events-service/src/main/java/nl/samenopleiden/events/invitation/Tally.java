package nl.samenopleiden.events.invitation;

import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import nl.samenopleiden.platform.tenancy.Owner;

/**
 * How many are invited to an evening, and what they say.
 *
 * @param organisations the same for each organisation, by name
 */
record Tally(long invited, long yes, long no, long none, List<OfOrganisation> organisations) {

  /** The same for one organisation. */
  record OfOrganisation(String owner, String name, long invited, long yes, long no, long none) {}

  /**
   * Adds up.
   *
   * @param invited how many there are of each organisation, by its text form
   * @param names what the organisations are called, in the order to show them in
   */
  static Tally of(
      Map<String, Long> invited,
      Map<String, Long> yes,
      Map<String, Long> no,
      Map<Owner, String> names) {
    List<OfOrganisation> each =
        names.entrySet().stream()
            .filter(name -> invited.containsKey(name.getKey().toString()))
            .map(
                name -> {
                  String owner = name.getKey().toString();
                  long all = invited.getOrDefault(owner, 0L);
                  long comes = yes.getOrDefault(owner, 0L);
                  long stays = no.getOrDefault(owner, 0L);
                  // Counted one after the other while people answer: never below nothing.
                  long silent = Math.max(0, all - comes - stays);
                  return new OfOrganisation(owner, name.getValue(), all, comes, stays, silent);
                })
            .toList();
    return new Tally(
        sum(each, OfOrganisation::invited),
        sum(each, OfOrganisation::yes),
        sum(each, OfOrganisation::no),
        sum(each, OfOrganisation::none),
        each);
  }

  private static long sum(List<OfOrganisation> each, ToLongFunction<OfOrganisation> number) {
    return each.stream().mapToLong(number).sum();
  }
}
