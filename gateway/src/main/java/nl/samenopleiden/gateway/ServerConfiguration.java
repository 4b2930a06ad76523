package nl.samenopleiden.gateway;

import java.time.Duration;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** The server itself and the files that it serves. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration implements WebFluxConfigurer {

  private static final Duration SILENT_CLIENT = Duration.ofSeconds(30);

  /** A client that stops half-way through its request does not hold a connection for ever. */
  @Bean
  NettyServerCustomizer patience() {
    return server -> server.readTimeout(SILENT_CLIENT);
  }

  /** The stylesheet that all pages share. */
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**", "/gateway/assets/**")
        .addResourceLocations("classpath:/samen-assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic());
  }
}
