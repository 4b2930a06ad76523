package nl.samenopleiden.platform.store;

import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Records as documents, for code that keeps documents of its own shape. */
public final class Documents {

  private Documents() {}

  /** The record as a document; instants become dates, nulls are left out. */
  public static BsonDocument toBson(Object value) {
    return Json.toBson(value);
  }

  /** The document as a record; fields that it does not know are left out. */
  public static <T> T fromBson(BsonDocument document, Class<T> type) {
    return Json.fromBson(document, type);
  }

  /** Text as it is searched: no accents, no capitals. */
  public static String searchable(String text) {
    return Search.normal(text);
  }

  /** The filter, and every one of the words in the field {@code search}. */
  public static @Nullable Bson search(@Nullable Bson filter, String words) {
    return Search.filter(filter, words);
  }
}
