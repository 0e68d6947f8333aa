package io.serai.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.config.Fault;
import io.serai.notify.LetterTemplates;
import io.serai.notify.SampleLetters;
import io.serai.notify.SampleLetters.Sample;
import io.serai.notify.TemplateFault;
import io.serai.notify.Words;
import io.serai.order.Correspondence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes a message of each kind with the merchant's own templates and words, where there are any,
 * in each language that they have words for.
 */
final class TemplatesCheck {
  private TemplatesCheck() {}

  static List<Fault> faults(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Fault> faults = new ArrayList<>(WordsCheck.faults(folder));
    if (faults.isEmpty()) {
      LetterTemplates templates = LetterTemplates.load(folder);
      for (String language : languages(folder)) {
        for (Sample sample : SampleLetters.samples()) {
          write(templates, sample.medium(), sample.facts().put("locale", language), folder, faults);
        }
      }
    }
    return faults;
  }

  private static Set<String> languages(Path folder) {
    Set<String> languages = new LinkedHashSet<>(List.of(Words.ENGLISH));
    Words.files(folder).forEach(file -> languages.add(Words.language(file)));
    return languages;
  }

  private static void write(
      LetterTemplates templates, String medium, ObjectNode facts, Path folder, List<Fault> faults) {
    try {
      if (medium.equals(Correspondence.SMS)) {
        templates.writeShort(facts);
      } else {
        templates.write(facts);
      }
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
