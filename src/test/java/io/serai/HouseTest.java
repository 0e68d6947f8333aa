package io.serai;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.serai.order.Address;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.Test;

/** The rules of the house, as docs/decisions/0001 gives them. */
class HouseTest {
  /** Without what a tool generates from a benchmark. */
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("jmh_generated"))
          .importPackages("io.serai");

  // Whoever measures the hub drives it, as the command line does.
  private static final String[] GLUE = {
    "io.serai.hub..", "io.serai.check..", "io.serai.cli..", "io.serai.bench.."
  };
  private static final String SANDBOX = "io.serai.sandbox..";
  // What documents of X12 and EDIFACT say, and the addresses in them.
  private static final DescribedPredicate<JavaClass> INTERCHANGES =
      resideInAnyPackage("io.serai.edi", "io.serai.edi.document").or(type(Address.class));
  private static final String[] DOMAIN_EXCEPTIONS = {
    GLUE[0], GLUE[1], GLUE[2], GLUE[3], SANDBOX, "io.serai"
  };
  private static final String[] HTTP = {
    "java.net.http..",
    "com.sun.net.httpserver..",
    "jakarta.servlet..",
    "org.apache.hc..",
    "io.vertx..",
    "io.undertow.."
  };

  @Test
  void onlyTheGlueKnowsCamel() {
    noClasses()
        .that()
        .resideOutsideOfPackages(GLUE)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.camel..")
        .because("routes carry the flow and beans the decisions; a bean is called, it calls no one")
        .check(HOUSE);
  }

  @Test
  void theDomainKnowsNoHttp() {
    noClasses()
        .that()
        .resideOutsideOfPackages(DOMAIN_EXCEPTIONS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(HTTP)
        .because("a channel's API is met in connectors, which an integrator can read and change")
        .check(HOUSE);
  }

  @Test
  void theDomainDoesNotKnowTheGlue() {
    noClasses()
        .that()
        .resideOutsideOfPackages(DOMAIN_EXCEPTIONS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(GLUE)
        .because("dependencies point one way")
        .check(HOUSE);
  }

  @Test
  void onlyTheCommandLineKnowsTheSandbox() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.serai.cli..", SANDBOX)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(SANDBOX)
        .because("nothing in the hub may know that it runs in a demo")
        .check(HOUSE);
  }

  @Test
  void theSandboxKnowsNothingOfSerai() {
    noClasses()
        .that()
        .resideInAPackage(SANDBOX)
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.serai..")
                .and(resideOutsideOfPackage(SANDBOX))
                .and(not(INTERCHANGES)))
        .allowEmptyShould(true)
        .because("it stands for the outside, which speaks to the hub by its own formats only")
        .check(HOUSE);
  }

  @Test
  void onlyThePapersOfSuppliersTakeInterchangesFromTheLibrary() {
    noClasses()
        .that()
        .resideInAPackage(SANDBOX)
        .and()
        .resideOutsideOfPackages("io.serai.sandbox.paper..", "io.serai.sandbox.supplier..")
        .should()
        .dependOnClassesThat(INTERCHANGES)
        .because("X12 and EDIFACT are standards, and the library is tested against files of others")
        .check(HOUSE);
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("io.serai.(*)..").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void timeComesFromAClock() {
    noClasses()
        .that()
        .resideOutsideOfPackages(DOMAIN_EXCEPTIONS)
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalTime.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(OffsetDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Date")
        .because("a demo lets fourteen days pass in seconds, and tests decide what time it is")
        .check(HOUSE);
  }

  @Test
  void noStateInStaticFields() {
    fields()
        .that()
        .areStatic()
        .and()
        .doNotHaveName("$VALUES")
        .should()
        .beFinal()
        .because("several hubs share one database, and nothing may live in one process alone")
        .check(HOUSE);
  }

  @Test
  void noStateBehindStaticFields() {
    noFields()
        .that()
        .areStatic()
        .should()
        .haveRawType(
            assignableTo(ConcurrentMap.class)
                .or(assignableTo(ThreadLocal.class))
                .or(resideInAPackage("java.util.concurrent.atomic"))
                .as("a type made to be changed"))
        .because("several hubs share one database, and nothing may live in one process alone")
        .check(HOUSE);
  }

  @Test
  void namesComeFromTheTrade() {
    classes()
        .should()
        .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl)(\\$.*)?")
        .because("a reader finds a behaviour by its word")
        .check(HOUSE);
  }

  @Test
  void onlyTheCommandLinePrints() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.serai.cli..")
        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
        .because("a hub speaks by its log and its console")
        .check(HOUSE);
  }
}
