package nl.samenopleiden.platform.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.web.Allowed;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What holds for every service's code. A service has a test class that extends this one, in its top
 * package.
 */
public abstract class ServiceStructure {

  private final JavaClasses service =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(getClass().getPackageName());

  @Test
  void everyEndpointSaysWhoMayCallIt() {
    methods()
        .that()
        .areMetaAnnotatedWith(RequestMapping.class)
        .should(
            new ArchCondition<>("say who may call it") {
              @Override
              public void check(JavaMethod method, ConditionEvents events) {
                boolean known =
                    method.isAnnotatedWith(Allowed.class)
                        || method.getOwner().isAnnotatedWith(Allowed.class);
                events.add(
                    new SimpleConditionEvent(
                        method, known, method.getFullName() + " has no @Allowed"));
              }
            })
        .allowEmptyShould(true)
        .check(service);
  }

  @Test
  void theDatabaseIsReachedThroughTheOneDoorOnly() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("com.mongodb.client.MongoCollection")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("com.mongodb.client.MongoDatabase")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("com.mongodb.client.MongoClient")
        .check(service);
  }

  @Test
  void noServiceCallsAnother() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.net.http..",
            "org.springframework.web.client..",
            "org.springframework.web.reactive.function.client..")
        .check(service);
  }

  @Test
  void decidingIsPure() {
    classes()
        .that(
            new DescribedPredicate<>("decide") {
              @Override
              public boolean test(JavaClass candidate) {
                return candidate.getMethods().stream()
                    .anyMatch(
                        method ->
                            !method.getName().startsWith("lambda$")
                                && method.getRawReturnType().isEquivalentTo(Decision.class));
              }
            })
        .should(
            new ArchCondition<>("know neither Spring nor the clock nor the database") {
              @Override
              public void check(JavaClass decider, ConditionEvents events) {
                decider.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getName())
                    .filter(
                        name ->
                            name.startsWith("org.springframework")
                                || name.startsWith("com.mongodb")
                                || name.equals("java.time.Clock"))
                    .forEach(
                        name ->
                            events.add(
                                SimpleConditionEvent.violated(
                                    decider, decider.getName() + " uses " + name)));
              }
            })
        .allowEmptyShould(true)
        .check(service);
  }

  @Test
  void partsAreGivenToConstructors() {
    fields()
        .should()
        .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
        .check(service);
  }
}
