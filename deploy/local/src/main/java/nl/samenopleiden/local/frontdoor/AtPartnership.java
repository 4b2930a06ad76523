package nl.samenopleiden.local.frontdoor;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** What a visitor does at the partnership service. */
public record AtPartnership(Visitor visitor) {

  private static final String API = "/api/partnership";

  /**
   * A board and a pabo that work together, or may.
   *
   * @param id names it in addresses
   * @param state {@code PROPOSED}, {@code IN_FORCE} or {@code ENDED}
   * @param yoursToAnswer whether the visitor's side must answer
   */
  public record Partnership(
      String id, String pabo, String board, String state, boolean yoursToAnswer) {

    public boolean isInForce() {
      return state.equals("IN_FORCE");
    }

    public boolean isProposed() {
      return state.equals("PROPOSED");
    }
  }

  private record Partnerships(List<Partnership> items) {}

  public ImportReport importSchools(String fileName, byte[] content, Consumer<ImportReport> tell) {
    return ImportReport.follow(visitor, API + "/school-imports", fileName, content, tell);
  }

  /** The first lines of an import of schools that were left out. */
  public ImportReport.LineErrors schoolImportErrors(String id) {
    return visitor.get(
        API + "/school-imports/" + id + "/errors?size=20", ImportReport.LineErrors.class);
  }

  public ImportReport importColleagues(String fileName, byte[] content) {
    return ImportReport.follow(visitor, API + "/colleague-imports", fileName, content, _ -> {});
  }

  public long schools() {
    return visitor.get(API + "/schools?size=1").path("total").asLong();
  }

  public long schoolsOf(String board) {
    return visitor.get(API + "/schools?size=1&board=" + UrlText.of(board)).path("total").asLong();
  }

  public long colleagues() {
    return visitor.get(API + "/colleagues?size=1").path("total").asLong();
  }

  /** The codes of the pabos that are registered. */
  public List<String> pabos() {
    JsonNode pabos = visitor.get(API + "/pabos");
    JsonNode items = pabos.isArray() ? pabos : pabos.path("items");
    return items.valueStream().map(pabo -> pabo.path("code").asString()).toList();
  }

  public void registerPabo(String code, String name) {
    visitor.post(API + "/pabos", Map.of("code", code, "name", name));
  }

  /** Makes a board of the register a tenant; doing it twice changes nothing. */
  public void onboard(String board, String name) {
    visitor.post(API + "/boards/" + UrlText.of(board) + "/onboarding", Map.of("name", name));
  }

  /** The partnerships of the visitor's own pabo or board. */
  public List<Partnership> partnerships() {
    return visitor.get(API + "/partnerships?size=200", Partnerships.class).items();
  }

  /** The visitor's pabo proposes to a board. */
  public Partnership proposeToBoard(String board) {
    return visitor.post(API + "/partnerships", Map.of("board", board)).as(Partnership.class);
  }

  /** The visitor's side says yes. */
  public Partnership accept(String partnership) {
    return visitor
        .post(API + "/partnerships/" + UrlText.of(partnership) + "/acceptance", Map.of())
        .as(Partnership.class);
  }

  /** All that the visitor's board takes part in, on one page. */
  public JsonNode overview() {
    return visitor.get(API + "/overview");
  }
}
