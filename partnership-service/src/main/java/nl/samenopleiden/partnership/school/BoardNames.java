package nl.samenopleiden.partnership.school;

/** What boards are called. */
@FunctionalInterface
public interface BoardNames {

  /** The name of the board with this number. */
  String nameOf(String number);
}
