package nl.samenopleiden.local.frontdoor;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A demonstration user at the front door. */
public final class Visitor {

  private final FrontDoor door;
  private final String user;

  Visitor(FrontDoor door, String user) {
    this.door = door;
    this.user = user;
  }

  public String user() {
    return user;
  }

  public AtPartnership partnership() {
    return new AtPartnership(this);
  }

  public AtPlacement placement() {
    return new AtPlacement(this);
  }

  public AtProfessionalisation professionalisation() {
    return new AtProfessionalisation(this);
  }

  public AtEvents events() {
    return new AtEvents(this);
  }

  /** Whatever comes back, also a refusal. */
  public Reply ask(String path) {
    return door.send(token(), path, HttpRequest.newBuilder().GET());
  }

  public JsonNode get(String path) {
    return ask(path).orThrow().json();
  }

  public <T> T get(String path, Class<T> type) {
    return ask(path).orThrow().as(type);
  }

  /** Whatever comes back, also a refusal. */
  public Reply send(String path, Object body) {
    return door.send(
        token(),
        path,
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofByteArray(Reply.JSON.writeValueAsBytes(body))));
  }

  public Reply post(String path, Object body) {
    return send(path, body).orThrow();
  }

  /** Sends a file as a browser's form would. */
  public Reply upload(String path, String fileName, byte[] content) {
    String boundary = "samen-" + UUID.randomUUID();
    return door.send(
            token(),
            path,
            HttpRequest.newBuilder()
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(form(boundary, fileName, content))))
        .orThrow();
  }

  private Optional<String> token() {
    return Optional.of(door.token(user));
  }

  private static byte[] form(String boundary, String fileName, byte[] content) {
    var form = new ByteArrayOutputStream();
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/csv\r\n\r\n"
            .formatted(boundary, fileName.replace("\"", ""));
    form.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    form.writeBytes(content);
    form.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
    return form.toByteArray();
  }
}
