package nl.samenopleiden.embedded;

import de.bwaldvogel.mongo.bson.Document;

/** Where one document lives in memory, and its place in the file. Equal to itself only. */
final class Slot {

  final long ordinal;
  Document document;

  Slot(long ordinal, Document document) {
    this.ordinal = ordinal;
    this.document = document;
  }
}
