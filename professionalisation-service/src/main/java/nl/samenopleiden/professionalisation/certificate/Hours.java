package nl.samenopleiden.professionalisation.certificate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.professionalisation.certificate.Certificate.Statement;
import nl.samenopleiden.professionalisation.organisation.Organisations;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The hours that somebody has certificates of: for each school year, and as a file to hand in. */
@Component
final class Hours {

  /**
   * A school year.
   *
   * @param minutes how long its courses took together
   * @param courses how many that were
   */
  record Year(String schoolYear, int minutes, int courses) {

    private static Year of(SchoolYear year, List<Statement> all) {
      return new Year(year.toString(), all.stream().mapToInt(Statement::minutes).sum(), all.size());
    }
  }

  private static final List<String> COLUMNS =
      List.of("year", "date", "course", "by", "hours", "certificate");

  private final Certificates certificates;
  private final Organisations organisations;
  private final Addresses addresses;
  private final MessageSource messages;

  Hours(
      Certificates certificates,
      Organisations organisations,
      Addresses addresses,
      MessageSource messages) {
    this.certificates = certificates;
    this.organisations = organisations;
    this.addresses = addresses;
    this.messages = messages;
  }

  /** The caller's school years in which there are hours, the last first. */
  List<Year> years(Access access) {
    return certificates.all(access).stream()
        .collect(
            Collectors.groupingBy(
                says -> SchoolYear.of(says.startsAt()),
                () -> new TreeMap<>(Comparator.<SchoolYear>reverseOrder()),
                Collectors.toList()))
        .entrySet()
        .stream()
        .map(
            (Map.Entry<SchoolYear, List<Statement>> each) ->
                Year.of(each.getKey(), each.getValue()))
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
      for (Statement says : certificates.all(access)) {
        csv.writeRecord(
            SchoolYear.of(says.startsAt()).toString(),
            says.startsAt().atZone(Moments.ZONE).toLocalDate().toString(),
            harmless(says.title()),
            harmless(organisations.name(says.pabo())),
            inHours(says.minutes(), language),
            addresses.verification(new Code(says.code())));
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
