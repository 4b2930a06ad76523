package nl.samenopleiden.professionalisation.meeting;

import org.jspecify.annotations.Nullable;

/**
 * What somebody would like to hear about.
 *
 * @param text at most {@value #LONGEST} characters
 * @param theme a key of {@link nl.samenopleiden.professionalisation.course.Theme}, if one was
 *     chosen
 */
public record Question(String text, @Nullable String theme) {

  /** How long a question can be. */
  public static final int LONGEST = 300;
}
