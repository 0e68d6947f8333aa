package io.serai.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A merchant's own words of mails are tried out before a customer reads them. */
class TemplatesCheckTest {
  @TempDir Path root;
  private SmallHub hub;

  @BeforeEach
  void installation() {
    hub = new SmallHub(root);
  }

  @Test
  void goodTemplatesHaveNoFault() {
    hub.write("templates/shipped.subject.txt", "{{ shop }}: {{ number }} is on its way\n");

    assertThat(hub.faults()).isEmpty();
  }

  @Test
  void aFactThatIsNotThereIsNamedByFileAndLine() {
    hub.write("templates/delayed.txt", "Dear {{ name }},\nby {{ carrier }}\n");

    assertThat(hub.faults())
        .singleElement()
        .asString()
        .startsWith("templates/delayed.txt:2: ")
        .contains("carrier", "in the mail \"delayed\"", "docs/merchant.md");
  }

  @Test
  void aTemplateThatIsNotWholeIsNamedInItsOwnFolder() {
    hub.mistake("serai.yaml", "  name: small\n", "  name: small\n  templatesFolder: words\n");
    hub.write("words/layout.html", "<html>\n{% block content %}\n");

    assertThat(hub.faults())
        .isNotEmpty()
        .allSatisfy(fault -> assertThat(fault).startsWith("words/layout.html:"));
  }
}
