package nl.samenopleiden.professionalisation.certificate;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files to keep; their names say nothing of whose they are. */
final class Downloads {

  private Downloads() {}

  static ResponseEntity<byte[]> pdf(byte[] content) {
    return file(MediaType.APPLICATION_PDF, "certificaat.pdf", content);
  }

  static ResponseEntity<byte[]> badge(String signed) {
    return file(
        MediaType.valueOf("application/jwt"),
        "badge.jwt",
        signed.getBytes(StandardCharsets.US_ASCII));
  }

  static ResponseEntity<byte[]> csv(String text) {
    return file(
        new MediaType("text", "csv", StandardCharsets.UTF_8),
        "uren.csv",
        text.getBytes(StandardCharsets.UTF_8));
  }

  private static ResponseEntity<byte[]> file(MediaType type, String name, byte[] content) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(content);
  }
}
