package io.serai.sandbox;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class SandboxPartsTest {
  private static final JavaClasses SANDBOX =
      ArchConfiguration.withThreadLocalScope(
          configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.serai.sandbox");
          });

  @Test
  void itsPartsDependOnEachOtherInOneDirection() {
    slices().matching("io.serai.sandbox.(*)..").should().beFreeOfCycles().check(SANDBOX);
  }
}
