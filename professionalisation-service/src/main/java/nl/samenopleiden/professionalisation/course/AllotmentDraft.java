package nl.samenopleiden.professionalisation.course;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.course.Shares.Share;
import org.jspecify.annotations.Nullable;

/**
 * How somebody would like to give out seats.
 *
 * @param drawsAt none means that who comes first is first
 * @param shares none means that nothing is kept for anybody
 * @param sharesUntil needed when there are shares
 * @param hoursToAccept none means that a seat that comes free is given at once
 */
record AllotmentDraft(
    @Nullable Instant drawsAt,
    @Nullable List<ShareDraft> shares,
    @Nullable Instant sharesUntil,
    @Nullable Integer hoursToAccept) {

  /** Seats to keep for a board. */
  record ShareDraft(@Nullable String board, @Nullable Integer seats) {

    boolean complete() {
      return board != null && !board.isBlank() && seats != null && seats >= 1;
    }

    Share share() {
      return new Share(
          Objects.requireNonNull(board).strip(), Objects.requireNonNull(seats).intValue());
    }
  }

  /**
   * When people can register.
   *
   * @param closes none while that is not known
   */
  record Window(Instant opens, @Nullable Instant closes) {

    static Window of(
        Instant now, @Nullable Instant opens, @Nullable Instant closes, @Nullable Instant begins) {
      return new Window(
          opens == null || opens.isBefore(now) ? now : opens, closes == null ? begins : closes);
    }

    boolean isTooEarly(Instant moment) {
      return !moment.isAfter(opens);
    }

    boolean isTooLate(Instant moment) {
      return closes != null && moment.isAfter(closes);
    }
  }

  /** Adds what is wrong with it, field by field. */
  void check(Window window, @Nullable Integer seats, List<Refusal> wrong) {
    if (drawsAt != null && (window.isTooEarly(drawsAt) || window.isTooLate(drawsAt))) {
      wrong.add(Refusal.invalid("draw-outside-registration", "drawsAt"));
    }
    if (hoursToAccept != null
        && (hoursToAccept < 0 || hoursToAccept > Allotment.MOST_HOURS_TO_ACCEPT)) {
      wrong.add(
          Refusal.invalid(
              "field-out-of-range", "hoursToAccept", 0, Allotment.MOST_HOURS_TO_ACCEPT));
    }
    if (wanted().isEmpty()) {
      return;
    }
    if (!wanted().stream().allMatch(AllotmentDraft::isComplete)) {
      wrong.add(Refusal.invalid("field-needed", "shares"));
      return;
    }
    List<Share> kept = kept();
    long boards = kept.stream().map(Share::board).distinct().count();
    if (boards < kept.size()) {
      wrong.add(Refusal.invalid("share-twice", "shares"));
    } else if (seats != null && kept.stream().mapToLong(Share::seats).sum() > seats) {
      wrong.add(Refusal.invalid("shares-too-many", "shares", seats));
    }
    if (sharesUntil == null) {
      wrong.add(Refusal.invalid("field-needed", "sharesUntil"));
    } else if (window.isTooEarly(sharesUntil)
        || window.isTooLate(sharesUntil)
        || (drawsAt != null && !sharesUntil.isAfter(drawsAt))) {
      wrong.add(Refusal.invalid("shares-outside-registration", "sharesUntil"));
    }
  }

  /** The boards that seats are to be kept for. */
  Set<String> boards() {
    return kept().stream().map(Share::board).collect(Collectors.toSet());
  }

  /** As it will be; only to be asked for when nothing is wrong with it. */
  Allotment allotment() {
    return new Allotment(
        drawsAt == null ? null : Draw.on(drawsAt),
        sharesUntil == null || wanted().isEmpty() ? Shares.NONE : new Shares(kept(), sharesUntil),
        hoursToAccept);
  }

  private List<Share> kept() {
    return wanted().stream().filter(AllotmentDraft::isComplete).map(ShareDraft::share).toList();
  }

  private static boolean isComplete(@Nullable ShareDraft share) {
    return share != null && share.complete();
  }

  private List<ShareDraft> wanted() {
    return shares == null ? List.of() : shares;
  }
}
