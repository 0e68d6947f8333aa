package io.serai.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a declared API gets wrong, each mistake on its line with its cure. */
class ApiCheckTest {
  private static final String FILE = "connectors/channels/shop/connector.yaml";
  private static final String API =
      """
      api:
        url: https://{{shop}}/v1
        auth: {kind: apiKey, header: X-Key, key: "{{token}}"}
        orders:
          request: '{path: "/orders", query: {since: $cursor, page: $page}}'
          paging: {kind: page, size: 100}
          number: .number
          cursor: .changed
        stock:
          requests: stock.jq
      """;

  @TempDir Path root;
  private SmallHub hub;

  @BeforeEach
  void declareAnApi() {
    hub = new SmallHub(root);
    hub.mistake(FILE, "settings:\n", API + "settings:\n");
    hub.write("connectors/channels/shop/stock.jq", ".quantities[] | {path: \"/stock\", body: .}");
  }

  @Test
  void aDeclarationWithoutAMistakeHasNoFault() {
    assertThat(hub.faults()).isEmpty();
  }

  @Test
  void anUnknownKeyIsNamed() {
    assertThat(hub.mistake(FILE, "paging:", "pageing:").faults())
        .containsExactly(FILE + ":9: unknown key \"pageing\" in api.orders, write \"paging\"");
  }

  @Test
  void whatAKindOfAuthWantsIsAskedFor() {
    assertThat(hub.mistake(FILE, "kind: apiKey", "kind: basic").faults())
        .hasSize(2)
        .allSatisfy(fault -> assertThat(fault).startsWith(FILE + ":6: api.auth lacks"));
  }

  @Test
  void aPlaceholderThatIsNoSettingIsNamed() {
    assertThat(hub.mistake(FILE, "{{token}}", "{{tokn}}").faults())
        .containsExactly(FILE + ":6: {{tokn}} is no setting of the connector, write \"token\"");
  }

  @Test
  void aProgramThatIsNotThereOrNotJqIsNamed() {
    assertThat(hub.mistake(FILE, "stock.jq", "stok.jq").faults())
        .containsExactly(FILE + ":13: no file \"stok.jq\" in the folder, write \"stock.jq\"");
    assertThat(hub.mistake(FILE, "stok.jq", "'.a | ('").faults())
        .containsExactly(
            FILE
                + ":13: the jq program ends too soon, complete it, or close the bracket or the quote that is open");
  }

  @Test
  void pagesThatCannotKnowTheirEndAreNamed() {
    assertThat(hub.mistake(FILE, "kind: page, size: 100", "kind: nextUrl").faults())
        .containsExactly(
            FILE
                + ":9: paging of the kind nextUrl lacks what leads to the next page, add for example: next: .pagination.next");
  }

  @Test
  void aFixtureRunsAnOperationAndSaysWhatCameOfItOtherwise() {
    hub.write(
        "connectors/channels/shop/tests/stock.yaml",
        """
        - name: Stock is set
          operation: stock
          input: {quantities: [{sku: A, quantity: 1}]}
          answers:
            - {status: 500, body: oops}
          expect:
            requests:
              - {method: POST, path: /stock, body: {sku: A, quantity: 2}}
            outcome: ok
        - name: Orders are acknowledged
          operation: acknowledge
          expect: {outcome: ok}
        """);
    String at = "connectors/channels/shop/tests/stock.yaml:";
    String cure = ", correct the connector's stock or, if it is right, the fixture";

    assertThat(hub.faults())
        .isEqualTo(
            List.of(
                at
                    + "8: the fixture \"Stock is set\" ends with requests[0].body.quantity = 1 where 2 is expected"
                    + cure,
                at
                    + "9: the fixture \"Stock is set\" ends with outcome = \"retry\" where \"ok\" is expected"
                    + cure,
                at
                    + "11: the fixture \"Orders are acknowledged\" runs acknowledge, which api does not declare, declare api.acknowledge"));
  }
}
