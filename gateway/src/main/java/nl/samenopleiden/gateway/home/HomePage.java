package nl.samenopleiden.gateway.home;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenopleiden.gateway.caller.BadToken;
import nl.samenopleiden.gateway.caller.SignedIn;
import nl.samenopleiden.gateway.caller.WhoAsks;
import nl.samenopleiden.gateway.problems.Pages;
import nl.samenopleiden.gateway.routes.FrontDoor;
import nl.samenopleiden.gateway.routes.Services;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What one sees first: for strangers what Samen is, for people who signed in their own tiles. */
@Controller
final class HomePage {

  private final WhoAsks whoAsks;
  private final Tiles tiles;
  private final Services services;
  private final FrontDoor frontDoor;
  private final Pages pages;

  HomePage(WhoAsks whoAsks, Tiles tiles, Services services, FrontDoor frontDoor, Pages pages) {
    this.whoAsks = whoAsks;
    this.tiles = tiles;
    this.services = services;
    this.frontDoor = frontDoor;
    this.pages = pages;
  }

  @GetMapping("/")
  Mono<Void> home(ServerWebExchange exchange) {
    return whoAsks
        .whoAsks(exchange)
        .map(Optional::of)
        .onErrorResume(BadToken.class, _ -> Mono.just(Optional.empty()))
        .defaultIfEmpty(Optional.empty())
        .flatMap(
            reader ->
                reader.isPresent() ? forReader(reader.get(), exchange) : forStranger(exchange));
  }

  private Mono<Void> forStranger(ServerWebExchange exchange) {
    return pages.write(
        exchange,
        HttpStatus.OK,
        "welcome",
        Map.of("services", services.all(), "signIn", frontDoor.origin() + "/sign-in?back=/"));
  }

  private Mono<Void> forReader(SignedIn reader, ServerWebExchange exchange) {
    return tiles
        .of(reader, exchange)
        .flatMap(
            (List<Tiles.Tile> all) ->
                pages.write(
                    exchange,
                    HttpStatus.OK,
                    "home",
                    Map.of("name", reader.caller().name(), "tiles", all)));
  }
}
