package nl.samenopleiden.gateway.routes;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import java.time.Duration;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.gateway.filter.headers.observation.DefaultGatewayObservationConvention;
import org.springframework.cloud.gateway.filter.headers.observation.GatewayContext;
import org.springframework.cloud.gateway.filter.headers.observation.GatewayObservationConvention;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Paths go to their service as they are. What is not named here goes nowhere. */
@Configuration(proxyBeanMethods = false)
class Routes {

  /** Longer than any answer of ours takes: this only ends connections that fell silent. */
  private static final Duration SILENT = Duration.ofSeconds(75);

  @Bean
  RouteLocator serviceRoutes(RouteLocatorBuilder builder, Services services) {
    RouteLocatorBuilder.Builder routes = builder.routes();
    for (Service service : services.all()) {
      for (Target target :
          new Target[] {
            new Target(service, Target.Kind.API), new Target(service, Target.Kind.PAGES)
          }) {
        String prefix = target.kind() == Target.Kind.API ? "/api" : "";
        routes.route(
            target.text(),
            route ->
                route
                    .path(prefix + service.pages() + "/**")
                    .metadata(Target.METADATA, target)
                    .uri(service.url()));
      }
    }
    return routes.build();
  }

  @Bean
  HttpClientCustomizer connections() {
    return client ->
        client
            // A request that may have arrived is never sent twice behind our back: see Breaking.
            .disableRetry(true)
            .followRedirect(false)
            .responseTimeout(SILENT);
  }

  /** Traces show paths, never queries, which may hold the names that people search for. */
  @Bean
  GatewayObservationConvention tracesWithoutQueries() {
    return new DefaultGatewayObservationConvention() {
      @Override
      public KeyValues getHighCardinalityKeyValues(GatewayContext context) {
        return super.getHighCardinalityKeyValues(context)
            .and(KeyValue.of("http.uri", context.getRequest().getPath().value()));
      }
    };
  }
}
