package io.serai.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationFaultsTest {
  @TempDir Path root;
  private Tree tree;

  @BeforeEach
  void installation() {
    tree = Tree.withConnectors(root);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake(
            "an unknown key",
            "channels:\n  dtc:\n    conector: shop\n    connector: mail\n",
            "serai.yaml:3: unknown key \"conector\" in channels.dtc, write \"connector\"",
            "serai.yaml:4: unknown connector \"mail\" for a channel, write one of: shop"),
        mistake(
            "a key like no other",
            "database:\n  url: jdbc:postgresql://db/serai\n  colour: red\n",
            "serai.yaml:3: unknown key \"colour\" in database, write one of: maxConnections,"
                + " password, url, user"),
        mistake(
            "a wrong type",
            "hub:\n  reloadRoutes: often\n",
            "serai.yaml:2: hub.reloadRoutes is the text \"often\" where true or false is wanted,"
                + " write for example: reloadRoutes: false"),
        mistake(
            "a number that must be a text",
            "suppliers:\n  north:\n    connector: files\n    settings:\n      separator: 7\n",
            "serai.yaml:5: suppliers.north.settings.separator is the number 7 where a text is"
                + " wanted, put it in quotes: \"7\""),
        mistake(
            "a value out of range",
            "hub:\n  sweepMillis: 0\n",
            "serai.yaml:2: hub.sweepMillis is the number 0, which is too small, write a number of"
                + " at least 10"),
        mistake(
            "a missing key, on the line of its parent",
            "hub:\n  name: a\ndatabase:\n  user: me\n",
            "serai.yaml:3: database lacks the key \"url\", add for example: url:"
                + " jdbc:postgresql://db/serai"),
        mistake(
            "a form that is not wanted",
            "suppliers:\n  north:\n    connector: files\n    handlingFee: 1,50\n",
            "serai.yaml:4: suppliers.north.handlingFee is the text \"1,50\", which has not the"
                + " form that is wanted, write for example: handlingFee: \"1.50\" (an amount per"
                + " shipment, in the currency of the unit costs)"),
        mistake(
            "an account whose name cannot be",
            "notifiers:\n  Mail_1:\n    connector: mail\n",
            "serai.yaml:2: \"Mail_1\" cannot be a name here, use a small letter first, then small"
                + " letters, digits and hyphens, 31 at most"),
        mistake(
            "an instant that is none",
            "hub:\n  clock: {start: 2026-11-23, realStart: 2026-11-23T00:00:00Z, rate: 1}\n",
            "serai.yaml:2: hub.clock.start is the text \"2026-11-23\", which has not the form that"
                + " is wanted, write for example: start: 2026-11-23T00:00:00Z (an instant in UTC;"
                + " what the clock shows at the real start)"),
        mistake(
            "a folder that is none",
            "hub:\n  routesFolder: my-routes\n",
            "serai.yaml:2: hub.routesFolder is no folder: my-routes, write a path that starts at the"
                + " folder of this file"),
        mistake(
            "shares of more than the whole",
            "channels:\n  a:\n    connector: shop\n    settings: {shop: a, token: t}\n"
                + "    availability: {share: 60}\n"
                + "  b:\n    connector: shop\n    settings: {shop: a, token: t}\n"
                + "    availability: {share: 50}\n",
            "serai.yaml:9: channels.b.availability.share makes the shares of all channels 110 percent,"
                + " lower the shares until they are 100 together, or less"),
        mistake(
            "an unknown connector",
            "channels:\n  dtc:\n    connector: shp\n",
            "serai.yaml:3: unknown connector \"shp\" for a channel, write \"shop\""),
        mistake(
            "a misspelled setting and a missing one",
            "channels:\n  dtc:\n    connector: shop\n    settings:\n      shop: a\n      tokn: b\n",
            "serai.yaml:4: channels.dtc.settings lacks the key \"token\", add for example: token:"
                + " ${NAME_OF_AN_ENVIRONMENT_VARIABLE}",
            "serai.yaml:6: unknown key \"tokn\" in channels.dtc.settings, write \"token\""),
        mistake(
            "a missing secret",
            "channels:\n  dtc:\n    connector: shop\n    settings:\n      shop: a\n"
                + "      token: ${TOKEN}\n",
            "serai.yaml:6: the environment variable TOKEN is not set, set it (export TOKEN=...) or"
                + " write ${file:/path} or ${TOKEN:default}"),
        mistake(
            "a missing secret's file",
            "database:\n  url: jdbc:postgresql://db/serai\n  password: ${file:/no/such}\n",
            "serai.yaml:3: the secret's file /no/such cannot be read, write the secret into that"
                + " file, alone, readable by the user that runs Serai"),
        mistake(
            "a duplicate key",
            "hub:\n  name: a\n  name: b\n",
            "serai.yaml:3: the key \"name\" stands twice, keep one of the two: it already stands on"
                + " line 2"),
        mistake(
            "a tab",
            "hub:\n\tname: a\n",
            "serai.yaml:2: a tab where YAML wants spaces, indent with spaces"),
        mistake(
            "an open quote",
            "hub:\n  name: \"a\n",
            "serai.yaml:2: a quote is opened here and not closed, close the quote"),
        mistake(
            "a colon in a value",
            "hub:\n  name: a: b\n",
            "serai.yaml:2: a \": \" where no key can stand, put the value in quotes if the colon"
                + " belongs to it, or align this line with the keys beside it"),
        mistake(
            "a line that is not aligned",
            "hub:\n  name: a\n dataFolder: b\n",
            "serai.yaml:3: the line is not aligned with the ones above, give keys of one block the"
                + " same indentation"),
        mistake(
            "a line that is no key",
            "hub:\n  name: a\n  dataFolder\n",
            "serai.yaml:4: a line with neither a colon nor a dash, write \"key: value\", with a"
                + " space behind the colon"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void aMistakeIsNamedWithItsLineAndItsCure(String name, String yaml, List<String> faults) {
    assertThat(tree.faults(yaml, Map.of())).isEqualTo(faults);
  }

  @Test
  void everyMistakeIsToldAtOnceInTheOrderOfLines() {
    List<String> faults =
        tree.faults(
            """
            hub:
              sweepMillis: fast
            channels:
              dtc:
                connector: shop
                pollSeconds: 0
                settings: {shop: 5, token: "${TOKEN}"}
            supliers: {}
            """,
            Map.of());

    assertThat(faults)
        .extracting(fault -> fault.split(":")[1])
        .containsExactly("2", "6", "7", "7", "8");
  }

  @Test
  void aFaultQuotesThePlaceholderAndNeverTheSecret() {
    List<String> faults =
        tree.faults(
            "hub:\n  sweepMillis: ${MILLIS}\n  name: ${NAME}\n",
            Map.of("MILLIS", "hunter2", "NAME", "hunter 2"));

    assertThat(faults).hasSize(2).noneMatch(fault -> fault.contains("hunter"));
    assertThat(faults.get(0)).contains("the text \"${MILLIS}\"");
  }

  @Test
  void aLiteralPasswordIsNotQuotedEither() {
    List<String> faults =
        tree.faults(
            "channels: {dtc: {connector: shop, settings: {shop: a, token: 987654321}}}", Map.of());

    assertThat(faults)
        .singleElement()
        .asString()
        .contains("token is a value where a text is wanted")
        .doesNotContain("987654321");
  }

  @Test
  void anAccountThatTakesNoPartNeedsNoSecret() {
    assertThat(
            tree.faults(
                "channels: {dtc: {connector: shop, enabled: false, settings: {token: \"${TOKEN}\"}}}",
                Map.of()))
        .isEmpty();
  }

  private static Arguments mistake(String name, String yaml, String... faults) {
    return Arguments.of(name, yaml, List.of(faults));
  }
}
