package io.serai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.config.Connector;
import io.serai.config.ConnectorCatalog;
import io.serai.config.ConnectorKind;
import io.serai.config.SupplierFormat;
import io.serai.edi.PartnerAgreement;
import io.serai.exchange.DocumentFormat;
import io.serai.exchange.tabular.FileKind;
import io.serai.hub.Formats;
import io.serai.interchange.Partner;
import io.serai.mapping.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * By what a supplier's file is read when nobody runs a hub.
 *
 * @param skuPrefix its own code of a SKU is this prefix and the SKU
 */
record SupplierTerms(SupplierFormat format, ObjectNode settings, String skuPrefix) {

  /** Those of an account. */
  static Optional<SupplierTerms> of(JsonNode account, ConnectorCatalog catalog) {
    return catalog
        .find(ConnectorKind.SUPPLIER, account.path("connector").asText())
        .map(
            connector ->
                new SupplierTerms(
                    connector.format(),
                    connector.filled(account.path("settings")),
                    account.path("skuPrefix").asText()));
  }

  /** The defaults of a connector. */
  static SupplierTerms of(Connector connector) {
    return new SupplierTerms(connector.format(), connector.filled(Json.object()), "");
  }

  /** CSV with our names of columns; empty if the file is something else. */
  static Optional<SupplierTerms> recognised(Path file) throws IOException {
    SupplierFormat csv = new SupplierFormat("csv", Json.object());
    return SupplierFileKinds.separator(file, Json.object())
        .map(separator -> new SupplierTerms(csv, Json.object().put("separator", separator), ""));
  }

  /** What is agreed with a supplier that speaks X12 or EDIFACT. */
  Optional<PartnerAgreement> agreement() {
    return Set.of("x12", "edifact").contains(format.word())
        ? Optional.of(Partner.of(format.word(), settings, code -> code).agreement())
        : Optional.empty();
  }

  /** The format that takes the file for what it is; empty if nothing says what that is. */
  Optional<DocumentFormat> format(Path file) throws IOException {
    boolean csv = format.word().equals("csv");
    Optional<FileKind> kind = SupplierFileKinds.byName(file, settings, csv ? ".csv" : ".txt");
    if (kind.isEmpty() && csv) {
      kind = SupplierFileKinds.byHeader(file, settings);
    }
    return kind.map(
        found ->
            Formats.of(
                format,
                SupplierFileKinds.named(settings, file, found),
                code -> code.startsWith(skuPrefix) ? code.substring(skuPrefix.length()) : code));
  }
}
