package nl.samenopleiden.professionalisation.certificate;

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

  private static ResponseEntity<byte[]> file(MediaType type, String name, byte[] content) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(content);
  }
}
