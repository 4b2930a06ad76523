package nl.samenopleiden.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.samenopleiden.system.Rush.Told;
import org.junit.jupiter.api.Test;

/** The checker itself must find what is wrong. */
class RushTest {

  @Test
  void aRightHistoryHasNoFault() {
    assertThat(new Rush(2, right()).faults()).isEmpty();
  }

  @Test
  void aNumberGivenTwiceIsFound() {
    List<Told> told = right();
    told.set(3, new Told("d", 4, 5, "WAITING", 3));
    assertThat(new Rush(2, told).faults()).anyMatch(each -> each.contains("twice"));
  }

  @Test
  void aGapIsFound() {
    List<Told> told = right();
    told.set(3, new Told("d", 4, 5, "WAITING", 5));
    assertThat(new Rush(2, told).faults()).anyMatch(each -> each.contains("gap"));
  }

  @Test
  void aSeatTooManyIsFound() {
    List<Told> told = right();
    told.set(2, new Told("c", 3, 4, "SEAT", 3));
    assertThat(new Rush(2, told).faults()).anyMatch(each -> each.contains("of 2 seats"));
  }

  @Test
  void aSeatTooFewIsFound() {
    List<Told> told = right();
    told.set(1, new Told("b", 2, 3, "WAITING", 2));
    assertThat(new Rush(2, told).faults()).anyMatch(each -> each.contains("of 2 seats"));
  }

  @Test
  void overtakingSomebodyWhoHadBeenAnsweredIsFound() {
    List<Told> told = new ArrayList<>();
    told.add(new Told("late", 10, 12, "SEAT", 1));
    told.add(new Told("early", 1, 3, "SEAT", 2));
    assertThat(new Rush(2, told).faults()).anyMatch(each -> each.contains("asked after"));
  }

  private static List<Told> right() {
    return new ArrayList<>(
        List.of(
            new Told("a", 1, 2, "SEAT", 1),
            new Told("b", 2, 3, "SEAT", 2),
            new Told("c", 2, 4, "WAITING", 3),
            new Told("d", 4, 5, "WAITING", 4)));
  }
}
