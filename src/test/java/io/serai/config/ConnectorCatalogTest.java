package io.serai.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorCatalogTest {
  @TempDir Path root;

  @Test
  void everyFolderIsAConnectorWithoutBeingListed() {
    Tree.withConnectors(root)
        .write("connectors/channels/shop/shop-source.kamelet.yaml", "")
        .write("connectors/channels/shop/order.jq", ".")
        .write("connectors/channels/shop/tests/order.yaml", "[]");

    ConnectorCatalog catalog = scan();

    assertThat(catalog.faults()).isEmpty();
    assertThat(catalog.all()).extracting(Connector::name).containsExactly("shop", "files", "mail");
    Connector shop = catalog.find(ConnectorKind.CHANNEL, "shop").orElseThrow();
    assertThat(shop.kamelets())
        .extracting(Path::getFileName)
        .hasToString("[shop-source.kamelet.yaml]");
    assertThat(shop.mappings()).hasSize(1);
    assertThat(shop.fixtures()).hasSize(1);
  }

  @Test
  void aFolderThatDoesNotExistHoldsNoConnector() {
    assertThat(scan().all()).isEmpty();
  }

  @Test
  void aConnectorWithoutItsFileIsAFault() {
    new Tree(root).write("connectors/channels/shop/order.jq", ".");

    assertThat(scan().faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.file()).endsWith("channels/shop/connector.yaml");
              assertThat(fault.what()).isEqualTo("no such file");
            });
  }

  @Test
  void aConnectorInTheFolderOfAnotherKindIsAFault() {
    new Tree(root)
        .write(
            "connectors/suppliers/shop/connector.yaml",
            "title: Shop\nkind: channel\ndescription: A shop.\n");

    assertThat(scan().faults())
        .singleElement()
        .asString()
        .endsWith(
            "connector.yaml:2: kind is \"channel\" in a folder under suppliers/, write \"kind:"
                + " supplier\" or move the folder");
  }

  @Test
  void aSettingIsDescribedForEditors() {
    new Tree(root)
        .write(
            "connectors/suppliers/files/connector.yaml",
            """
            title: Files
            kind: supplier
            description: Files.
            settings:
              required: [seperator]
              properties:
                separator: {titel: Separator, type: text}
            """);

    assertThat(scan().faults())
        .extracting(fault -> fault.line() + " " + fault.what() + ", " + fault.cure())
        .contains(
            "7 unknown key \"titel\" in settings.properties.separator, write \"title\"",
            "7 settings.properties.separator lacks the key \"description\", add for example:"
                + " description: Where the merchant finds it");
  }

  @Test
  void aRequiredSettingThatIsNoneIsAFault() {
    new Tree(root)
        .write(
            "connectors/notifiers/mail/connector.yaml",
            """
            title: Mail
            kind: notifier
            description: Mail.
            settings:
              required: [hosst]
              properties:
                host: {title: Host, description: The server, type: string}
            """);

    assertThat(scan().faults())
        .singleElement()
        .asString()
        .endsWith(":5: settings.required names \"hosst\", which is no setting, write \"host\"");
  }

  @Test
  void aDefaultThatItsOwnSettingRefusesIsAFault() {
    new Tree(root)
        .write(
            "connectors/notifiers/mail/connector.yaml",
            """
            title: Mail
            kind: notifier
            description: Mail.
            settings:
              properties:
                scheme:
                  title: Scheme
                  description: How the server is spoken to
                  type: string
                  enum: [smtp, smtps]
                  default: stmp
            """);

    assertThat(scan().faults())
        .singleElement()
        .asString()
        .contains(":11: settings.properties.scheme.default is the text \"stmp\", which is unknown");
  }

  @Test
  void theSchemaForEditorsHoldsTheSettingsOfEachConnector() {
    Tree.withConnectors(root);

    JsonNode schema = Schemas.published(scan());

    assertThat(schema.at("/$defs/channel/properties/connector/enum/0").asText()).isEqualTo("shop");
    assertThat(schema.at("/$defs/channel/allOf/0/then/properties/settings/required/1").asText())
        .isEqualTo("token");
    assertThat(schema.at("/properties/rules/$ref").asText()).isEqualTo("#/$defs/rules");
  }

  private ConnectorCatalog scan() {
    return ConnectorCatalog.scan(root.resolve("connectors"));
  }
}
