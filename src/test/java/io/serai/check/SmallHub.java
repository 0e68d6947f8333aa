package io.serai.check;

import io.serai.config.ConfigurationFile;
import io.serai.config.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A whole installation, small and without faults, in which a test makes one mistake at a time. */
final class SmallHub {
  static final HubParts PARTS =
      new HubParts(
          Map.of("orders", Orders.class, "ledger", Ledger.class),
          Set.of("orders.in", "channel.*", "connectors.folder"));

  private static final Map<String, String> ENVIRONMENT = Map.of("TOKEN", "shpat_1");

  private final Path root;

  SmallHub(Path root) {
    this.root = root;
    write("serai.yaml", CONFIGURATION);
    write("routes/10-orders.yaml", ROUTES);
    write("connectors/channels/shop/connector.yaml", CONNECTOR);
    write("connectors/channels/shop/shop-source.kamelet.yaml", KAMELET);
    write("connectors/channels/shop/order.jq", MAPPING);
    write("connectors/channels/shop/tests/order.yaml", FIXTURES);
    write(
        "connectors/channels/shop/tests/order.json", "{\"id\": 7, \"items\": [{\"sku\": \"A\"}]}");
  }

  /** A bean of the hub. */
  public static final class Orders {
    public String store(String body) {
      return body;
    }

    public boolean known(String id) {
      return id.isEmpty();
    }
  }

  /** Another bean of the hub. */
  public static final class Ledger {
    public void reserve() {}
  }

  SmallHub write(String name, String text) {
    Path file = root.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Changes one text of a file, which must stand there. */
  SmallHub mistake(String name, String right, String wrong) {
    try {
      String text = Files.readString(root.resolve(name));
      if (!text.contains(right)) {
        throw new IllegalArgumentException(name + " has no " + right);
      }
      return write(name, text.replace(right, wrong));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Report check() {
    return checker().everything();
  }

  Check checker() {
    ConfigurationFile file = ConfigurationFile.read(root.resolve("serai.yaml"), ENVIRONMENT);
    return new Check(PARTS, file, root);
  }

  /** The faults as they are printed, with files relative to the installation. */
  List<String> faults() {
    return check().faults().stream()
        .map(Fault::toString)
        .map(line -> line.replace(root + "/", ""))
        .toList();
  }

  private static final String CONFIGURATION =
      """
      hub:
        name: small
      channels:
        dtc:
          connector: shop
          pollSeconds: 30
          settings:
            shop: a.example
            token: ${TOKEN}
      """;

  private static final String CONNECTOR =
      """
      title: Shop
      kind: channel
      description: A shop for tests.
      settings:
        required: [shop, token]
        properties:
          shop: {title: Shop, description: The shop's address, type: string}
          token: {title: Token, description: The access token, type: string, format: password}
      """;

  private static final String ROUTES =
      """
      # Orders come in and are stored.
      - route:
          id: orders-poll
          from:
            uri: timer:orders
            parameters:
              period: 1000
            steps:
              - to:
                  uri: kamelet:shop-source
                  parameters:
                    shop: "{{channel.dtc.shop}}"
              - to:
                  uri: "{{orders.in}}"
              - to:
                  uri: direct:orders
      - route:
          id: orders-store
          from:
            uri: direct:orders
            steps:
              - setProperty:
                  name: id
                  expression:
                    jq:
                      expression: .id
              - choice:
                  when:
                    - expression:
                        simple:
                          expression: ${exchangeProperty.id} != null
                      steps:
                        - bean:
                            ref: orders
                            method: store
                  otherwise:
                    steps:
                      - log:
                          message: no id in ${body}
              - toD:
                  uri: file:out?fileName=${exchangeProperty.id}.json&charset=utf-8
      """;

  private static final String KAMELET =
      """
      apiVersion: camel.apache.org/v1
      kind: Kamelet
      metadata:
        name: shop-source
        labels: {camel.apache.org/kamelet.type: source}
      spec:
        definition:
          title: Shop
          description: Reads the orders of a shop.
          required: [shop]
          properties:
            shop: {title: Shop, description: The shop's address, type: string}
            period: {title: Period, description: In milliseconds, type: integer, default: 1000}
        template:
          beans:
            - name: clock
              type: "#class:java.util.concurrent.atomic.AtomicLong"
          from:
            uri: timer:shop
            parameters:
              period: "{{period}}"
            steps:
              - to:
                  uri: "https://{{shop}}/orders"
                  parameters:
                    httpMethod: GET
                    cookieStore: "#bean:{{clock}}"
              - to:
                  uri: kamelet:sink
      """;

  private static final String MAPPING =
      """
      # The shop's order as a canonical one.
      if (.items | length) == 0 then error("order \\(.id) has no lines") else . end
      | {order: "\\(.id)", channel: $channel, lines: [.items[] | {sku}]}
      """;

  private static final String FIXTURES =
      """
      - name: An order becomes canonical
        mapping: order.jq
        variables: {channel: dtc}
        input: order.json
        expect:
          order: "7"
          channel: dtc
          lines:
            - sku: A
      - name: An order without lines is refused
        mapping: order.jq
        variables: {channel: dtc}
        input: {id: 8, items: []}
        error: order 8 has no lines
      """;
}
