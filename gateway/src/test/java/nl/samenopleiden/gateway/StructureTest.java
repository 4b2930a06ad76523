package nl.samenopleiden.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.stereotype.Component;
import org.springframework.web.server.WebFilter;

@AnalyzeClasses(packages = "nl.samenopleiden.gateway", importOptions = DoNotIncludeTests.class)
class StructureTest {

  @ArchTest
  static final ArchRule capabilitiesDoNotGoRoundInCircles =
      slices().matching("nl.samenopleiden.gateway.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nothingWaits =
      noClasses()
          .should()
          .callMethod(reactor.core.publisher.Mono.class, "block")
          .orShould()
          .callMethod(reactor.core.publisher.Mono.class, "block", java.time.Duration.class)
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework.web.client..", "java.net.http..", "jakarta.servlet..");

  /** A filter that is a bean runs for every request, outside the order of the security filters. */
  @ArchTest
  static final ArchRule guardsRunInTheirOrder =
      classes()
          .that()
          .implement(WebFilter.class)
          .and()
          .haveSimpleNameNotStartingWith("PathGuard")
          .should()
          .notBeAnnotatedWith(Component.class);
}
