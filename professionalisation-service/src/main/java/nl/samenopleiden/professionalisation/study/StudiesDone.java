package nl.samenopleiden.professionalisation.study;

import java.time.Instant;
import java.util.List;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import org.springframework.stereotype.Component;

/** The modules that somebody has finished, for what counts the hours. */
@Component
public final class StudiesDone {

  /**
   * One of them.
   *
   * @param minutes how long it was said to take
   */
  public record Done(OwnedId module, String title, int minutes, Instant finishedAt) {}

  private final StudyBook book;

  StudiesDone(StudyBook book) {
    this.book = book;
  }

  /** What the caller has finished, the first finished first. */
  public List<Done> of(Access access) {
    return book.finished(access.caller()).stream()
        .map(each -> new Done(each.moduleId(), each.title(), each.minutes(), each.finishedAt()))
        .toList();
  }
}
