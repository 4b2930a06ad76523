package nl.samenopleiden.professionalisation.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * One page of paragraphs from top to bottom, of which each is marked as what it is. Closing it
 * finishes the page.
 */
final class TaggedPage implements AutoCloseable {

  /**
   * A paragraph; it is broken where it does not fit.
   *
   * @param tag what it is, in the words of the standard
   * @param size of its letters, in points
   */
  record Line(String tag, String text, float size) {

    static Line heading(String text) {
      return new Line(StandardStructureTypes.H1, text, 34);
    }

    static Line large(String text) {
      return new Line(StandardStructureTypes.P, text, 22);
    }

    static Line text(String text) {
      return new Line(StandardStructureTypes.P, text, 14);
    }

    static Line small(String text) {
      return new Line(StandardStructureTypes.P, text, 11);
    }
  }

  private static final PDRectangle PAPER = PDRectangle.A4;
  private static final float MARGIN = 71;
  private static final float TOP = PAPER.getHeight() - 130;
  private static final float BETWEEN_LINES = 1.3f;
  private static final float AFTER_PARAGRAPH = 18;

  private final PDFont font;
  private final PDPage page = new PDPage(PAPER);
  private final PDPageContentStream content;
  private final PDStructureTreeRoot root = new PDStructureTreeRoot();
  private final PDStructureElement whole =
      new PDStructureElement(StandardStructureTypes.DOCUMENT, root);
  private final COSArray marked = new COSArray();
  private float y = TOP;

  TaggedPage(PDDocument document, PDFont font, String title, String language) throws IOException {
    this.font = font;
    document.addPage(page);
    document.setVersion(1.7f);
    document.getDocumentInformation().setTitle(title);
    PDDocumentCatalog catalog = document.getDocumentCatalog();
    catalog.setLanguage(language);
    PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    catalog.setViewerPreferences(preferences);
    PDMarkInfo info = new PDMarkInfo();
    info.setMarked(true);
    catalog.setMarkInfo(info);
    catalog.setStructureTreeRoot(root);
    root.appendKid(whole);
    page.setStructParents(0);
    content = new PDPageContentStream(document, page);
    frame();
  }

  /** Writes the next paragraph. */
  void write(Line line) {
    try {
      int number = marked.size();
      COSDictionary property = new COSDictionary();
      property.setInt(COSName.MCID, number);
      content.beginMarkedContent(COSName.getPDFName(line.tag()), PDPropertyList.create(property));
      for (String row : broken(known(line.text()), line.size())) {
        y -= line.size() * BETWEEN_LINES;
        content.beginText();
        content.setFont(font, line.size());
        content.newLineAtOffset(MARGIN, y);
        content.showText(row);
        content.endText();
      }
      content.endMarkedContent();
      y -= AFTER_PARAGRAPH;
      PDStructureElement element = new PDStructureElement(line.tag(), whole);
      element.setPage(page);
      element.appendKid(number);
      whole.appendKid(element);
      marked.add(element);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() throws IOException {
    content.close();
    PDNumberTreeNode parents = new PDNumberTreeNode(PDParentTreeValue.class);
    parents.setNumbers(Map.of(0, new PDParentTreeValue(marked)));
    root.setParentTree(parents);
    root.setParentTreeNextKey(1);
  }

  /** Decoration, which a screen reader passes over. */
  private void frame() throws IOException {
    content.beginMarkedContent(COSName.ARTIFACT);
    content.setStrokingColor(11 / 255f, 93 / 255f, 91 / 255f);
    content.setLineWidth(2);
    float inset = MARGIN / 2;
    content.addRect(inset, inset, PAPER.getWidth() - 2 * inset, PAPER.getHeight() - 2 * inset);
    content.stroke();
    content.endMarkedContent();
  }

  /** The text with a question mark for each letter that the font does not have. */
  private String known(String text) {
    StringBuilder known = new StringBuilder(text.length());
    text.codePoints()
        .map(letter -> Character.isWhitespace(letter) ? ' ' : letter)
        .forEach(letter -> known.append(has(letter) ? Character.toString(letter) : "?"));
    return known.toString();
  }

  private boolean has(int letter) {
    try {
      font.encode(Character.toString(letter));
      return true;
    } catch (IllegalArgumentException | IOException without) {
      return false;
    }
  }

  private List<String> broken(String text, float size) throws IOException {
    List<String> rows = new ArrayList<>();
    StringBuilder row = new StringBuilder();
    for (String word : text.split(" ")) {
      for (String part : fitting(word, size)) {
        if (!row.isEmpty() && !fits(row + " " + part, size)) {
          rows.add(row.toString());
          row.setLength(0);
        }
        row.append(row.isEmpty() ? "" : " ").append(part);
      }
    }
    rows.add(row.toString());
    return rows;
  }

  /** A word that is longer than a line, such as an address, in parts. */
  private List<String> fitting(String word, float size) throws IOException {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int letter : word.codePoints().toArray()) {
      String next = Character.toString(letter);
      if (!part.isEmpty() && !fits(part + next, size)) {
        parts.add(part.toString());
        part.setLength(0);
      }
      part.append(next);
    }
    parts.add(part.toString());
    return parts;
  }

  private boolean fits(String row, float size) throws IOException {
    return font.getStringWidth(row) / 1000 * size <= PAPER.getWidth() - 2 * MARGIN;
  }
}
