package nl.samenopleiden.platform.store;

import java.util.List;
import java.util.function.Predicate;
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

  /** What holds all of these words, for what is put together and not asked of the database. */
  public static Predicate<String> holding(String words) {
    List<String> wanted = List.of(Search.normal(words).split(" "));
    return text -> {
      String searched = Search.normal(text);
      return wanted.stream().allMatch(searched::contains);
    };
  }

  /** The filter, and every one of the words in the field {@code search}. */
  public static @Nullable Bson search(@Nullable Bson filter, String words) {
    return Search.filter(filter, words);
  }
}
