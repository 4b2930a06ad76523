package nl.samenopleiden.platform.importing;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import nl.samenopleiden.platform.store.Documents;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.TenantCollection;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Scope;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** What is wrong with lines, kept beside their imports. */
final class ImportProblems {

  private final TenantCollection problems;

  ImportProblems(TenantCollection problems) {
    this.problems = problems;
    problems.index(false, "import", "line");
  }

  /** Keeps these; keeping one again is keeping it once. */
  void keep(OwnedId id, List<LineProblem> found) {
    List<TenantCollection.Write> writes = new ArrayList<>();
    for (LineProblem problem : found) {
      BsonDocument document =
          Documents.toBson(problem).append("import", new BsonString(id.value()));
      writes.add(
          new TenantCollection.Write.Replace(
              new OwnedId(
                  id.owner(),
                  "%s~%08d~%s~%s"
                      .formatted(
                          id.value(),
                          problem.line(),
                          problem.code(),
                          problem.column() == null ? 0 : Math.abs(problem.column().hashCode()))),
              null,
              document,
              true));
    }
    if (!writes.isEmpty()) {
      problems.write(writes);
    }
  }

  Page<LineProblem> page(Scope scope, String id, PageRequest page) {
    return problems
        .page(scope, Filters.eq("import", id), Sorts.ascending("line", "column"), page)
        .map(each -> Documents.fromBson(each, LineProblem.class));
  }
}
