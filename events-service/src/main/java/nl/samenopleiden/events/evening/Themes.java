package nl.samenopleiden.events.evening;

import java.util.List;

/**
 * The themes that schools develop and evenings are about; their words are in the message bundles.
 */
public final class Themes {

  /** All of them, in the order in which people see them. */
  public static final List<String> ALL =
      List.of(
          "solution-focused-working",
          "video-coaching",
          "community-school",
          "parental-involvement",
          "young-child",
          "inclusive-education",
          "guidance-of-students",
          "assessing-together");

  private Themes() {}
}
