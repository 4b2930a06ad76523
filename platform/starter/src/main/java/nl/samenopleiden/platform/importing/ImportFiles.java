package nl.samenopleiden.platform.importing;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import nl.samenopleiden.platform.store.TenantCollection;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Scope;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * The files that are being imported, cut in pieces that fit in a document; gone when that is over.
 */
final class ImportFiles {

  private static final int PIECE = 512 * 1024;

  private final TenantCollection pieces;

  ImportFiles(TenantCollection pieces) {
    this.pieces = pieces;
  }

  void keep(OwnedId id, byte[] content) {
    int number = 0;
    for (int from = 0; from < content.length || number == 0; from += PIECE) {
      byte[] piece = Arrays.copyOfRange(content, from, Math.min(content.length, from + PIECE));
      pieces.insert(
          piece(id, number),
          new BsonDocument("import", new BsonString(id.value()))
              .append("bytes", new BsonBinary(piece)));
      number++;
    }
  }

  Optional<byte[]> content(OwnedId id) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    Scope scope = Scope.of(id.owner());
    int number = 0;
    Optional<BsonDocument> piece = pieces.find(scope, piece(id, number));
    if (piece.isEmpty()) {
      return Optional.empty();
    }
    while (piece.isPresent()) {
      content.writeBytes(piece.get().getBinary("bytes").getData());
      number++;
      piece = pieces.find(scope, piece(id, number));
    }
    return Optional.of(content.toByteArray());
  }

  void forget(OwnedId id) {
    Scope scope = Scope.of(id.owner());
    for (int number = 0; pieces.find(scope, piece(id, number)).isPresent(); number++) {
      pieces.remove(piece(id, number));
    }
  }

  private static OwnedId piece(OwnedId id, int number) {
    return new OwnedId(id.owner(), id.value() + "~" + number);
  }
}
