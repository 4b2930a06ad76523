package nl.samenopleiden.professionalisation.certificate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.professionalisation.certificate.Certificate.Statement;
import nl.samenopleiden.professionalisation.course.CourseWords;
import nl.samenopleiden.professionalisation.organisation.Organisations;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * A certificate to print: one page in Dutch, in a font that is embedded and knows the letters of
 * all of Europe, with tags and a title so that a screen reader reads it as it is meant.
 */
@Component
final class CertificatePdf {

  /** Liberation Sans, under the SIL Open Font License; it comes with the library. */
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private static final Locale DUTCH = Locale.of("nl");

  private final MessageSource messages;
  private final CourseWords courseWords;
  private final Organisations organisations;
  private final Addresses addresses;

  CertificatePdf(
      MessageSource messages,
      CourseWords courseWords,
      Organisations organisations,
      Addresses addresses) {
    this.messages = messages;
    this.courseWords = courseWords;
    this.organisations = organisations;
    this.addresses = addresses;
  }

  /** The whole file. */
  byte[] of(Statement says) {
    try (PDDocument document = new PDDocument();
        InputStream letters = PDDocument.class.getResourceAsStream(FONT)) {
      PDType0Font font = PDType0Font.load(document, Objects.requireNonNull(letters), true);
      String title = word("certificate.pdf.title", says.title());
      try (TaggedPage page = new TaggedPage(document, font, title, "nl-NL")) {
        lines(says).forEach(page::write);
      }
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      document.save(file);
      return file.toByteArray();
    } catch (IOException failed) {
      throw new UncheckedIOException("the certificate could not be made", failed);
    }
  }

  private List<TaggedPage.Line> lines(Statement says) {
    Code code = new Code(says.code());
    List<TaggedPage.Line> lines = new ArrayList<>();
    lines.add(TaggedPage.Line.heading(word("certificate.pdf.heading")));
    lines.add(TaggedPage.Line.text(word("certificate.pdf.by", organisations.name(says.pabo()))));
    lines.add(TaggedPage.Line.large(says.name()));
    lines.add(TaggedPage.Line.text(word("certificate.pdf.followed")));
    lines.add(TaggedPage.Line.large(says.title()));
    lines.add(
        TaggedPage.Line.text(
            word("certificate.pdf.when", Moments.dayInWords(says.startsAt(), DUTCH))));
    lines.add(
        TaggedPage.Line.text(
            word("certificate.pdf.hours", courseWords.length(says.minutes(), DUTCH))));
    lines.add(
        TaggedPage.Line.text(
            word("certificate.pdf.issued", Moments.dayInWords(says.holdsFrom(), DUTCH))));
    lines.add(TaggedPage.Line.small(word("certificate.pdf.code", code.forPeople())));
    lines.add(TaggedPage.Line.small(word("certificate.pdf.verify", addresses.verification(code))));
    return lines;
  }

  private String word(String key, Object... arguments) {
    return messages.getMessage(key, arguments, DUTCH);
  }
}
