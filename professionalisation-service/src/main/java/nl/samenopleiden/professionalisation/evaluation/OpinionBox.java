package nl.samenopleiden.professionalisation.evaluation;

import com.mongodb.MongoException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.store.Documents;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.TenantCollection;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.professionalisation.course.Offer;
import nl.samenopleiden.professionalisation.evaluation.Evaluation.Subject;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/**
 * What was answered, of whom nobody knows: each answer under a random name with its course and
 * nothing else. No person, no board, no time; and the words of an answer lie apart from its
 * numbers, since a way of writing can be recognised.
 */
@Component
final class OpinionBox {

  /** How long after a course has ended the words are kept: they may name somebody after all. */
  static final Duration WORDS_KEPT = Duration.ofDays(365);

  private static final String COURSE = "course";
  private static final String UNTIL = "until";
  private static final int MOST_AT_ONCE = 500;

  /** The numbers of one answer. */
  record Numbers(String course, int useful, int wellGiven, int recommended) {

    Opinion opinion() {
      return new Opinion(useful, wellGiven, recommended, "");
    }
  }

  /**
   * The words of one answer.
   *
   * @param until when they are to be forgotten; the same for all of a course
   * @param search as they are searched
   */
  record Words(String course, String text, Instant until, String search) {}

  private final TenantCollection numbers;
  private final TenantCollection words;

  OpinionBox(Collections collections) {
    numbers = collections.named("opinion-numbers");
    words = collections.named("opinion-words");
    numbers.index(false, COURSE);
    words.index(false, COURSE);
    words.indexWaiting(UNTIL);
  }

  /**
   * Puts an answer in: all of it, or nothing when the database fails.
   *
   * @param takenBack what is to follow when it is certain that nothing of it was kept
   */
  void put(OwnedId course, Subject about, Opinion opinion, Runnable takenBack) {
    OwnedId counted = OwnedId.fresh(course.owner());
    OwnedId said = OwnedId.fresh(course.owner());
    try {
      numbers.insert(
          counted,
          Documents.toBson(
              new Numbers(
                  course.toString(),
                  opinion.useful(),
                  opinion.wellGiven(),
                  opinion.recommended())));
      if (!opinion.text().isEmpty()) {
        words.insert(
            said,
            Documents.toBson(
                new Words(
                    course.toString(),
                    opinion.text(),
                    about.endsAt().plus(WORDS_KEPT),
                    Documents.searchable(opinion.text()))));
      }
    } catch (MongoException failed) {
      numbers.remove(counted);
      words.remove(said);
      // Only now it is certain that nothing of it is kept.
      takenBack.run();
      throw failed;
    }
  }

  /** How many have answered. */
  int answers(OwnedId course) {
    return (int) numbers.count(Scope.of(course.owner()), of(course));
  }

  /** What has been answered. */
  Tally tally(OwnedId course) {
    return Tally.of(
        numbers.list(Scope.of(course.owner()), of(course), null, Offer.MOST_SEATS).stream()
            .map(each -> Documents.fromBson(each, Numbers.class).opinion())
            .toList());
  }

  /**
   * What people wrote, in the order of the random names: the same on every page, and no other.
   *
   * @param wanted all of these words stand in it; empty means everything
   */
  Page<String> words(OwnedId course, String wanted, PageRequest page) {
    return words
        .page(
            Scope.of(course.owner()),
            Documents.search(of(course), wanted),
            Sorts.ascending("_id"),
            page)
        .map(each -> Documents.fromBson(each, Words.class).text());
  }

  /** Forgets the numbers: they have been counted. */
  void forgetNumbers(OwnedId course) {
    empty(numbers, course);
  }

  /** Forgets the words: they will not be shown. */
  void forgetWords(OwnedId course) {
    empty(words, course);
  }

  /** Forgets some of the words that were to be kept until before this time; says how many. */
  int forgetWords(Instant now) {
    List<BsonDocument> due =
        words.waiting(Filters.lt(UNTIL, new BsonDateTime(now.toEpochMilli())), MOST_AT_ONCE);
    due.forEach(each -> words.remove(id(each)));
    return due.size();
  }

  private static void empty(TenantCollection collection, OwnedId course) {
    collection
        .list(Scope.of(course.owner()), of(course), null, Integer.MAX_VALUE)
        .forEach(each -> collection.remove(id(each)));
  }

  private static Bson of(OwnedId course) {
    return Filters.eq(COURSE, new BsonString(course.toString()));
  }

  private static OwnedId id(BsonDocument document) {
    return OwnedId.parse(document.getString("_id").getValue());
  }
}
