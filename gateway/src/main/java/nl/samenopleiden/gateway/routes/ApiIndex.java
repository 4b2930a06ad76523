package nl.samenopleiden.gateway.routes;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a stranger begins: the addresses of the APIs' descriptions. */
@RestController
final class ApiIndex {

  private final FrontDoor frontDoor;
  private final Services services;

  ApiIndex(FrontDoor frontDoor, Services services) {
    this.frontDoor = frontDoor;
    this.services = services;
  }

  record Described(String name, String openapi) {}

  record Index(List<Described> apis) {}

  @GetMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
  Index index() {
    return new Index(
        services.all().stream()
            .map(service -> new Described(service.name(), frontDoor.origin() + service.openApi()))
            .toList());
  }
}
