package nl.samenopleiden.professionalisation.table;

import java.util.List;

/** Who sits at one table. */
record Table(List<Guest> guests) {

  Table {
    guests = List.copyOf(guests);
  }

  boolean seats(String person) {
    return guests.stream().anyMatch(each -> each.person().equals(person));
  }
}
