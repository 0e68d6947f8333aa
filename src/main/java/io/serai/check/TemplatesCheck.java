package io.serai.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.config.Fault;
import io.serai.notify.LetterTemplates;
import io.serai.notify.SampleLetters;
import io.serai.notify.TemplateFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a letter of each kind with the merchant's own templates, where there are any. */
final class TemplatesCheck {
  private TemplatesCheck() {}

  static List<Fault> faults(Path folder) {
    List<Fault> faults = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      LetterTemplates templates = LetterTemplates.load(folder);
      for (JsonNode facts : SampleLetters.facts()) {
        try {
          templates.write(facts);
        } catch (TemplateFault e) {
          faults.add(
              new Fault(
                  folder.resolve(e.template()).toString(),
                  e.line(),
                  e.what() + " (in the mail \"" + facts.get("template").asText() + "\")",
                  "correct it by the table of facts in docs/merchant.md, or take the file away"));
        }
      }
    }
    return faults;
  }
}
