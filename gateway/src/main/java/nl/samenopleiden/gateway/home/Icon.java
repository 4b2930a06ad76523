package nl.samenopleiden.gateway.home;

import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The icon for tabs and bookmarks, at the address where browsers look by themselves. */
@RestController
final class Icon {

  private static final MediaType SVG = MediaType.valueOf("image/svg+xml");

  @GetMapping("/favicon.ico")
  ResponseEntity<Resource> icon() {
    return ResponseEntity.ok()
        .contentType(SVG)
        .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
        .body(new ClassPathResource("gateway-assets/favicon.svg"));
  }
}
