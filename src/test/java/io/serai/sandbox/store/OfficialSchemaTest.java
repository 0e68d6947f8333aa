package io.serai.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import graphql.language.AstPrinter;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeDefinition;
import graphql.parser.ParserOptions;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OfficialSchemaTest {
  private static final String OFFICIAL = "contracts/shopify/admin-graphql-2026-07.schema.graphql";

  private final List<String> differences = new ArrayList<>();

  @Test
  void everyNameAndTypeOfTheSandboxStoreIsTheOfficialOne() throws IOException {
    Path file = Path.of(Optional.ofNullable(System.getenv("SERAI_SHARED")).orElse("../shared"));
    assumeTrue(
        Files.exists(file.resolve(OFFICIAL)), "the official schema is not at hand: " + OFFICIAL);
    ParserOptions.setDefaultParserOptions(
        ParserOptions.newParserOptions()
            .maxCharacters(Integer.MAX_VALUE)
            .maxTokens(Integer.MAX_VALUE)
            .maxWhitespaceTokens(Integer.MAX_VALUE)
            .build());
    TypeDefinitionRegistry official = new SchemaParser().parse(file.resolve(OFFICIAL).toFile());
    TypeDefinitionRegistry ours = new SchemaParser().parse(StoreSchema.text());

    ours.types().values().forEach(type -> compare(type, official));

    assertThat(differences).isEmpty();
  }

  private void compare(TypeDefinition<?> ours, TypeDefinitionRegistry official) {
    TypeDefinition<?> theirs = official.types().get(ours.getName());
    if (theirs == null || theirs.getClass() != ours.getClass()) {
      differences.add(ours.getName() + " is no such type");
    } else if (ours instanceof ObjectTypeDefinition type) {
      ObjectTypeDefinition other = (ObjectTypeDefinition) theirs;
      fields(type.getName(), type.getFieldDefinitions(), other.getFieldDefinitions());
      inputs(
          type.getName(),
          names(type.getImplements()),
          names(other.getImplements()),
          " implements ");
    } else if (ours instanceof InterfaceTypeDefinition type) {
      InterfaceTypeDefinition other = (InterfaceTypeDefinition) theirs;
      fields(type.getName(), type.getFieldDefinitions(), other.getFieldDefinitions());
    } else if (ours instanceof InputObjectTypeDefinition type) {
      InputObjectTypeDefinition other = (InputObjectTypeDefinition) theirs;
      inputs(
          type.getName(),
          values(type.getInputValueDefinitions()),
          values(other.getInputValueDefinitions()),
          ".");
    } else if (ours instanceof EnumTypeDefinition type) {
      EnumTypeDefinition other = (EnumTypeDefinition) theirs;
      inputs(type.getName(), enums(type), enums(other), ".");
    }
  }

  private void fields(String type, List<FieldDefinition> ours, List<FieldDefinition> theirs) {
    Map<String, FieldDefinition> official =
        theirs.stream().collect(Collectors.toMap(FieldDefinition::getName, Function.identity()));
    for (FieldDefinition field : ours) {
      FieldDefinition other = official.get(field.getName());
      String name = type + "." + field.getName();
      if (other == null) {
        differences.add(name + " is no official field");
      } else {
        if (!print(field.getType()).equals(print(other.getType()))) {
          differences.add(name + ": " + print(field.getType()) + " not " + print(other.getType()));
        }
        inputs(
            name,
            values(field.getInputValueDefinitions()),
            values(other.getInputValueDefinitions()),
            "(");
      }
    }
  }

  private void inputs(String of, List<String> ours, List<String> theirs, String joint) {
    ours.stream()
        .filter(each -> !theirs.contains(each))
        .forEach(
            each -> differences.add(of + joint + each + " is not official; there are " + theirs));
  }

  private static List<String> values(List<InputValueDefinition> values) {
    return values.stream()
        .map(
            each ->
                each.getName()
                    + ": "
                    + print(each.getType())
                    + (each.getDefaultValue() == null ? "" : " = " + print(each.getDefaultValue())))
        .toList();
  }

  private static List<String> enums(EnumTypeDefinition type) {
    return type.getEnumValueDefinitions().stream().map(EnumValueDefinition::getName).toList();
  }

  private static List<String> names(List<?> types) {
    return types.stream().map(type -> print((graphql.language.Node<?>) type)).toList();
  }

  private static String print(graphql.language.Node<?> node) {
    return AstPrinter.printAst(node);
  }
}
