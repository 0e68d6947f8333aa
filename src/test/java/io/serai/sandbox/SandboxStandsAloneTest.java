package io.serai.sandbox;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class SandboxStandsAloneTest {
  private static final JavaClasses PRODUCT =
      ArchConfiguration.withThreadLocalScope(
          configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.serai");
          });

  @Test
  void theSandboxKnowsNothingOfTheHub() {
    noClasses()
        .that()
        .resideInAPackage("io.serai.sandbox..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.serai..").and(resideOutsideOfPackage("io.serai.sandbox..")))
        .check(PRODUCT);
  }

  @Test
  void onlyTheCommandLineKnowsTheSandbox() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.serai.sandbox..", "io.serai.cli..", "io.serai.demo..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.serai.sandbox..")
        .check(PRODUCT);
  }

  @Test
  void itsPartsDependOnEachOtherInOneDirection() {
    slices().matching("io.serai.sandbox.(*)..").should().beFreeOfCycles().check(PRODUCT);
  }
}
