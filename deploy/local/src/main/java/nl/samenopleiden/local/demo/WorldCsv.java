package nl.samenopleiden.local.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the world in the forms that the platform imports. */
final class WorldCsv {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final List<String> REGISTER =
      List.of(
          "PROVINCIE",
          "BEVOEGD GEZAG NUMMER",
          "BRIN NUMMER",
          "VESTIGINGSNUMMER",
          "VESTIGINGSNAAM",
          "STRAATNAAM",
          "HUISNUMMER-TOEVOEGING",
          "POSTCODE",
          "PLAATSNAAM",
          "GEMEENTENUMMER",
          "GEMEENTENAAM",
          "DENOMINATIE",
          "TELEFOONNUMMER",
          "INTERNETADRES",
          "STRAATNAAM CORRESPONDENTIEADRES",
          "HUISNUMMER-TOEVOEGING CORRESPONDENTIEADRES",
          "POSTCODE CORRESPONDENTIEADRES",
          "PLAATSNAAM CORRESPONDENTIEADRES",
          "NODAAL GEBIED CODE",
          "NODAAL GEBIED NAAM",
          "RPA-GEBIED CODE",
          "RPA-GEBIED NAAM",
          "WGR-GEBIED CODE",
          "WGR-GEBIED NAAM",
          "COROPGEBIED CODE",
          "COROPGEBIED NAAM",
          "ONDERWIJSGEBIED CODE",
          "ONDERWIJSGEBIED NAAM",
          "RMC-REGIO CODE",
          "RMC-REGIO NAAM");

  private WorldCsv() {}

  /** As the national register is published: semicolons, Windows-1252, 30 columns. */
  static byte[] register(List<School> schools) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(REGISTER);
    schools.forEach(school -> rows.add(registerRow(school)));
    return text(rows, ';').getBytes(WINDOWS_1252);
  }

  static byte[] colleagues(List<Colleague> colleagues) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("name", "email", "school", "roles", "themes"));
    for (Colleague each : colleagues) {
      rows.add(
          List.of(
              each.name(),
              each.email(),
              orEmpty(each.school()),
              String.join(" ", each.roles()),
              String.join(" ", each.themes())));
    }
    return text(rows, ',').getBytes(StandardCharsets.UTF_8);
  }

  static byte[] students(List<Student> students) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("number", "name", "email", "year", "themes"));
    for (Student each : students) {
      rows.add(
          List.of(
              each.number(),
              each.name(),
              each.email(),
              String.valueOf(each.year()),
              String.join(" ", each.themes())));
    }
    return text(rows, ',').getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> registerRow(School school) {
    List<String> row =
        new ArrayList<>(
            List.of(
                Place.PROVINCE,
                school.board(),
                school.brin(),
                school.code(),
                school.name(),
                school.street(),
                school.houseNumber(),
                school.postcode(),
                school.place().name(),
                school.place().municipalityNumber(),
                school.place().municipality(),
                school.denomination(),
                school.phone(),
                school.website(),
                school.street(),
                school.houseNumber(),
                school.postcode(),
                school.place().name()));
    row.addAll(school.place().region());
    return row;
  }

  private static String text(List<List<String>> rows, char separator) {
    StringWriter text = new StringWriter();
    CsvWriter csv =
        CsvWriter.builder()
            .fieldSeparator(separator)
            .lineDelimiter(LineDelimiter.LF)
            .bufferSize(0)
            .build(text);
    rows.forEach(csv::writeRecord);
    return text.toString();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
