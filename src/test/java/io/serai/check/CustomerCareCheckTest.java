package io.serai.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a merchant says of messages and pages is tried out before a customer sees it. */
class CustomerCareCheckTest {
  @TempDir Path root;
  private SmallHub hub;

  @BeforeEach
  void installation() {
    hub = new SmallHub(root);
  }

  @Test
  void wordsOfTheirOwnAndAnotherLanguageHaveNoFault() {
    hub.write("templates/words.properties", "# Ours\nshipped.title = Off it goes, {name}\n");
    hub.write("templates/words_fr.properties", "shipped.title = En route\nday = d MMMM yyyy\n");

    assertThat(hub.faults()).isEmpty();
  }

  @Test
  void unknownWordsAndFactsAreNamedByLine() {
    hub.write(
        "templates/words_fr.properties",
        "shipped.titel = En route\nshipped.lead = Avec {carier}\nday = bogus\n");

    assertThat(hub.faults())
        .hasSize(3)
        .anySatisfy(
            fault ->
                assertThat(fault)
                    .startsWith("templates/words_fr.properties:1: unknown words \"shipped.titel\"")
                    .contains("shipped.title"))
        .anySatisfy(
            fault ->
                assertThat(fault)
                    .startsWith("templates/words_fr.properties:2: ")
                    .contains("{carier}", "carrier"))
        .anySatisfy(
            fault ->
                assertThat(fault).startsWith("templates/words_fr.properties:3: no pattern of a"));
  }

  @Test
  void coloursThatCannotBeReadAreFaults() {
    hub.mistake(
        "serai.yaml",
        "    pollSeconds: 30\n",
        "    pollSeconds: 30\n    colors: {accent: \"#ffcc00\", background: \"#333333\"}\n");

    assertThat(hub.faults())
        .hasSize(2)
        .anySatisfy(
            fault ->
                assertThat(fault)
                    .contains("accent", "#ffcc00", "cannot be read on white", "4.5", "darker"))
        .anySatisfy(
            fault -> assertThat(fault).contains("background", "#333333", "dark text", "lighter"));
  }

  @Test
  void hoursAndKindsThatAreNoneAreFaults() {
    hub.mistake(
        "serai.yaml",
        "    pollSeconds: 30\n",
        """
            pollSeconds: 30
            quietHours: {sms: {from: "24:00", to: "08:00"}}
            messages: {sms: {shiped: true}}
        """);

    assertThat(hub.faults())
        .hasSize(2)
        .anySatisfy(fault -> assertThat(fault).contains("from", "24:00"))
        .anySatisfy(fault -> assertThat(fault).contains("shiped", "write \"shipped\""));
  }
}
