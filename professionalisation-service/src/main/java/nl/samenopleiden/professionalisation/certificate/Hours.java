package nl.samenopleiden.professionalisation.certificate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenopleiden.platform.store.Documents;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.professionalisation.certificate.Certificate.Statement;
import nl.samenopleiden.professionalisation.organisation.Organisations;
import nl.samenopleiden.professionalisation.study.StudiesDone;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The hours of courses with a certificate and of modules that are finished: for each school year,
 * and as a file to hand in.
 */
@Component
final class Hours {

  /**
   * A school year.
   *
   * @param minutes how long its courses and modules took together
   * @param courses how many courses that were
   * @param modules how many modules
   */
  record Year(String schoolYear, int minutes, int courses, int modules) {

    private static Year of(SchoolYear year, List<Item> all) {
      int courses = (int) all.stream().filter(each -> each.certificate() != null).count();
      return new Year(
          year.toString(),
          all.stream().mapToInt(Item::minutes).sum(),
          courses,
          all.size() - courses);
    }
  }

  /**
   * A course that somebody was at, or a module that somebody finished.
   *
   * @param id of the course or the module
   * @param at when the course started, or the module was finished
   * @param certificate what the certificate says; none for a module
   */
  record Item(OwnedId id, String title, Instant at, int minutes, @Nullable Statement certificate) {

    private static Item of(Statement says) {
      return new Item(says.courseId(), says.title(), says.startsAt(), says.minutes(), says);
    }

    private static Item of(StudiesDone.Done done) {
      return new Item(done.module(), done.title(), done.finishedAt(), done.minutes(), null);
    }

    /** The pabo that gave it. */
    Owner pabo() {
      return id.owner();
    }

    SchoolYear year() {
      return SchoolYear.of(at);
    }
  }

  private static final List<String> COLUMNS =
      List.of("year", "date", "course", "by", "hours", "certificate");

  private final Certificates certificates;
  private final StudiesDone studies;
  private final Organisations organisations;
  private final Addresses addresses;
  private final MessageSource messages;

  Hours(
      Certificates certificates,
      StudiesDone studies,
      Organisations organisations,
      Addresses addresses,
      MessageSource messages) {
    this.certificates = certificates;
    this.studies = studies;
    this.organisations = organisations;
    this.addresses = addresses;
    this.messages = messages;
  }

  /** Everything that gave the caller hours, the first first. */
  private List<Item> all(Access access) {
    return Stream.concat(
            certificates.all(access).stream().map(Item::of),
            studies.of(access).stream().map(Item::of))
        .sorted(Comparator.comparing(Item::at))
        .toList();
  }

  /** What gave the caller hours, the last first; the words stand in the title. */
  Page<Item> page(Access access, String words, PageRequest page) {
    Predicate<String> holds = Documents.holding(words);
    return Page.of(
        all(access).reversed().stream().filter(each -> holds.test(each.title())).toList(), page);
  }

  /** The caller's school years in which there are hours, the last first. */
  List<Year> years(Access access) {
    return all(access).stream()
        .collect(
            Collectors.groupingBy(
                Item::year,
                () -> new TreeMap<>(Comparator.<SchoolYear>reverseOrder()),
                Collectors.toList()))
        .entrySet()
        .stream()
        .map((Map.Entry<SchoolYear, List<Item>> each) -> Year.of(each.getKey(), each.getValue()))
        .toList();
  }

  /** Hours as people write them, for example {@code 1,5}. */
  static String inHours(int minutes, Locale language) {
    NumberFormat format = NumberFormat.getNumberInstance(language);
    format.setMaximumFractionDigits(2);
    format.setGroupingUsed(false);
    return format.format(minutes / 60.0);
  }

  /**
   * All the caller's hours, the first course first: with semicolons and a byte order mark, so that
   * a spreadsheet opens it as it is.
   */
  String csv(Access access, Locale language) {
    StringWriter text = new StringWriter().append('\uFEFF');
    try (CsvWriter csv =
        CsvWriter.builder().fieldSeparator(';').lineDelimiter(LineDelimiter.CRLF).build(text)) {
      csv.writeRecord(
          COLUMNS.stream()
              .map(column -> messages.getMessage("hours.csv." + column, null, language))
              .toList());
      for (Item each : all(access)) {
        Statement says = each.certificate();
        csv.writeRecord(
            each.year().toString(),
            each.at().atZone(Moments.ZONE).toLocalDate().toString(),
            harmless(each.title()),
            harmless(organisations.name(each.pabo())),
            inHours(each.minutes(), language),
            says == null ? "" : addresses.verification(new Code(says.code())));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /** What a spreadsheet would take for a formula is text. */
  static String harmless(String text) {
    return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
