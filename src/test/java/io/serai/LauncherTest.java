package io.serai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher on a machine of its own: a copy of it in a folder, and a PATH that holds the shell's
 * tools and, instead of Java and Maven, scripts that say how they were called.
 */
class LauncherTest {
  private static final List<String> TOOLS =
      List.of("sed", "head", "find", "dirname", "readlink", "cat", "mkdir", "mv", "touch");
  private static final String JAVA =
      """
      #!/bin/sh
      if [ "$1" = -version ]; then
        echo 'openjdk version "VERSION" 2025-01-01' >&2
      else
        for argument; do echo "java: $argument"; done
      fi
      """;
  private static final String MAVEN =
      """
      #!/bin/sh
      echo "mvn $*" >>"$SERAI_HOME/mvn.log"
      [ ! -f "$SERAI_HOME/broken" ] || { echo 'Foo.java:[3,1] not a statement'; exit 1; }
      mkdir -p target/classes target/lib
      """;

  @TempDir Path folder;
  private Path home;
  private Path bin;

  private record Run(int exit, String out, String err) {}

  @BeforeEach
  void aMachine() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "the launcher is a POSIX shell script");
    home = Files.createDirectories(folder.toRealPath().resolve("a home"));
    bin = Files.createDirectories(folder.resolve("bin"));
    for (String tool : TOOLS) {
      executable(bin.resolve(tool), "#!/bin/sh\nexec " + tool(tool) + " \"$@\"\n");
    }
    executable(home.resolve("serai"), Files.readString(Path.of("serai")));
    Files.createDirectories(home.resolve("src/main"));
    Files.writeString(home.resolve("pom.xml"), "<project/>");
  }

  @Test
  void withoutJavaItSaysWhatToInstall() throws Exception {
    Run run = serai("check");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).startsWith("serai: no Java found. Install a JDK 17 or newer");
  }

  @Test
  void aJavaThatIsTooOldIsNamed() throws Exception {
    java("1.8.0_292");

    assertThat(serai("check").err())
        .startsWith("serai: Java 8 found at " + bin + "/java, but Serai needs 17 or newer.");
  }

  @Test
  void theVersionIsReadFromTheJdkWithoutStartingIt() throws Exception {
    maven();
    Path jdk = Files.createDirectories(folder.resolve("jdk"));
    Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"11.0.2\"\n");
    executable(jdk.resolve("bin/java"), "#!/bin/sh\nexit 9\n");

    Run run = serai(home, Map.of("JAVA_HOME", jdk.toString()), "check");

    assertThat(run.err()).startsWith("serai: Java 11 found at " + jdk + "/bin/java");
  }

  @Test
  void aJavaHomeWithoutJavaIsPassedOver() throws Exception {
    java("17.0.15");
    maven();

    Run run = serai(home, Map.of("JAVA_HOME", folder.resolve("nowhere").toString()), "check");

    assertThat(run.exit()).isZero();
  }

  @Test
  void withoutMavenItSaysWhatToInstall() throws Exception {
    java("17.0.15");

    Run run = serai("check");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("serai: Maven is needed to build Serai from source and was not found.");
  }

  @Test
  void withoutACompilerItSaysWhatToInstall() throws Exception {
    executable(bin.resolve("java"), JAVA.replace("VERSION", "21"));
    maven();

    assertThat(serai("check").err()).contains("can run Serai but not build it. Install a JDK");
  }

  @Test
  void itBuildsOnceAndThenOnlyWhenASourceIsNewer() throws Exception {
    java("25");
    maven();

    serai("check");
    serai("check");
    assertThat(builds()).isEqualTo(1);

    Path source = Files.writeString(home.resolve("src/main/Serai.java"), "");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    serai("check");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void itIsQuietUnlessTheBuildFails() throws Exception {
    java("17");
    maven();

    Run good = serai("check");
    assertThat(good.err()).isEmpty();
    assertThat(good.out().lines()).allMatch(line -> line.startsWith("java: "));

    Files.delete(home.resolve("target/.built"));
    Files.createFile(home.resolve("broken"));
    Run bad = serai("check");
    assertThat(bad.exit()).isEqualTo(1);
    assertThat(bad.err()).contains("Foo.java:[3,1] not a statement", "serai: the build failed");
    assertThat(home.resolve("target/.built")).doesNotExist();
  }

  @Test
  void itRunsThroughSymbolicLinksAndFromAnyDirectory() throws Exception {
    java("17");
    maven();
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere/links"));
    Files.createSymbolicLink(elsewhere.resolve("one"), Path.of("../two"));
    Files.createSymbolicLink(folder.resolve("elsewhere/two"), home.resolve("serai"));

    Run run = start(elsewhere, Map.of(), List.of("./one", "check", "an argument"));

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("java: -Dserai.home=" + home + "\n")
        .contains("java: " + home + "/target/classes:" + home + "/target/lib/*\n")
        .endsWith("java: io.serai.cli.Serai\njava: check\njava: an argument\n");
  }

  @Test
  void aDistributionNeedsNoMaven() throws Exception {
    java("17");
    Files.delete(home.resolve("pom.xml"));
    Files.createDirectories(home.resolve("lib"));

    assertThat(serai("check").out()).contains("java: " + home + "/lib/*\n");
    assertThat(serai("test").err()).startsWith("serai: the test suite runs from the source tree");
  }

  @Test
  void theTestSuiteIsMavensVerify() throws Exception {
    java("17");
    maven();

    serai("test", "-Dtest=HouseTest");

    assertThat(home.resolve("mvn.log")).hasContent("mvn -B verify -Dtest=HouseTest");
  }

  @Test
  void whatTheUserSaysOfJavaComesLast() throws Exception {
    java("17");
    maven();

    List<String> lines =
        serai(home, Map.of("SERAI_JAVA_OPTS", "-Xmx2g -Dx=y"), "run").out().lines().toList();

    assertThat(lines).containsSubsequence("java: -Xmx512m", "java: -Xmx2g", "java: -Dx=y");
  }

  private void java(String version) throws IOException {
    executable(bin.resolve("java"), JAVA.replace("VERSION", version));
    executable(bin.resolve("javac"), "#!/bin/sh\n");
  }

  private void maven() throws IOException {
    executable(bin.resolve("mvn"), MAVEN);
  }

  private long builds() throws IOException {
    return Files.readAllLines(home.resolve("mvn.log")).size();
  }

  private Run serai(String... arguments) throws Exception {
    return serai(home, Map.of(), arguments);
  }

  private Run serai(Path directory, Map<String, String> environment, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(home.resolve("serai").toString()));
    command.addAll(List.of(arguments));
    return start(directory, environment, command);
  }

  private Run start(Path directory, Map<String, String> environment, List<String> command)
      throws Exception {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", bin.toString());
    builder.environment().putAll(environment);
    int exit = builder.start().waitFor();
    return new Run(exit, text(out), text(err));
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private static Path tool(String name) {
    return Stream.of("/bin", "/usr/bin")
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  private static void executable(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
