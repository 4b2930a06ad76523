package nl.samenopleiden.platform.tenancy;

import java.util.UUID;

/**
 * Names one document and says whose it is; the text form {@code owner/value} is the document's
 * {@code _id} and the key of its events.
 *
 * @param owner whose it is
 * @param value unique within the owner and kind of document; holds no slash
 */
public record OwnedId(Owner owner, String value) {

  public OwnedId {
    if (value.isBlank() || value.length() > 160 || value.indexOf('/') >= 0) {
      throw new IllegalArgumentException("not an id");
    }
  }

  /** A new id that nothing else has. */
  public static OwnedId fresh(Owner owner) {
    return new OwnedId(owner, UUID.randomUUID().toString());
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException when the text is not an owned id
   */
  public static OwnedId parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("not an owned id");
    }
    return new OwnedId(Owner.parse(text.substring(0, slash)), text.substring(slash + 1));
  }

  @Override
  public String toString() {
    return owner + "/" + value;
  }
}
