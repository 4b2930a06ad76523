package nl.samenopleiden.platform.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs the whole service on a free port, with one broker, one database, one token issuer and one
 * mail server for all tests of the JVM. Each test works with tenants of its own ({@link
 * Samen#freshBoard()}), so that tests do not see each other.
 *
 * <p>Broker and database are those that {@code KAFKA_BOOTSTRAP_SERVERS} and {@code MONGODB_URI}
 * name, else Testcontainers' real ones where Docker runs, else the embedded ones.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = Surroundings.Initializer.class)
@Import(SamenTestConfiguration.class)
public @interface SamenTest {}
