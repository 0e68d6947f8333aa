package io.serai.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CheckTest {
  private static final String ROUTES = "routes/10-orders.yaml";
  private static final String KAMELET = "connectors/channels/shop/shop-source.kamelet.yaml";
  private static final String FIXTURES = "connectors/channels/shop/tests/order.yaml";
  private static final String MAPPING = "connectors/channels/shop/order.jq";

  @TempDir Path root;

  @Test
  void anInstallationWithoutMistakesIsCounted() {
    assertThat(new SmallHub(root).check()).isEqualTo(new Report(List.of(), 2, 1, 2, 1));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake(
            "an unknown key of the configuration",
            "serai.yaml",
            "pollSeconds",
            "pollSecs",
            "serai.yaml:6: unknown key \"pollSecs\" in channels.dtc, write \"pollSeconds\""),
        mistake(
            "an unknown connector",
            "serai.yaml",
            "connector: shop",
            "connector: shopp",
            "serai.yaml:5: unknown connector \"shopp\" for a channel, write \"shop\""),
        mistake(
            "a misspelled setting",
            "serai.yaml",
            "      shop: a",
            "      shpo: a",
            "serai.yaml:7: channels.dtc.settings lacks the key \"shop\", add for example:"
                + " shop: \"text\"",
            "serai.yaml:8: unknown key \"shpo\" in channels.dtc.settings, write \"shop\""),
        mistake(
            "a missing secret",
            "serai.yaml",
            "${TOKEN}",
            "${TOKN}",
            "serai.yaml:9: the environment variable TOKN is not set, set it (export"
                + " TOKN=...) or write ${file:/path} or ${TOKN:default}"),
        mistake(
            "a rule that is none",
            "serai.yaml",
            "hub:",
            "rules: {prioritise: [price]}\nhub:",
            "serai.yaml:1: unknown key \"prioritise\" in rules, write \"prioritize\""),
        mistake(
            "a priority that is none",
            "serai.yaml",
            "hub:",
            "rules:\n  prioritize: [shipments, pirce]\nhub:",
            "serai.yaml:2: rules.prioritize[1] is the text \"pirce\", which is unknown,"
                + " write \"price\" (known are: preference, price, shipments, speed, stock)"),
        mistake(
            "a rule's value that is out of range",
            "serai.yaml",
            "hub:",
            "rules:\n  split:\n    outOfStockThreshold: -1\nhub:",
            "serai.yaml:3: rules.split.outOfStockThreshold is the number -1, which is too"
                + " small, write a number of at least 0"),
        mistake(
            "a set of a single SKU",
            "serai.yaml",
            "hub:",
            "rules:\n  split:\n    keepTogether: [[A]]\nhub:",
            "serai.yaml:3: rules.split.keepTogether[0] holds too little, write at least 2"
                + " of it"),
        mistake(
            "a buffer of another kind",
            "serai.yaml",
            "hub:",
            "rules:\n  safetyBuffer: some\nhub:",
            "serai.yaml:2: rules.safetyBuffer is the text \"some\" where a whole number or"
                + " a block of keys is wanted, write for example: safetyBuffer: 2"),
        mistake(
            "a rule that the planner cannot follow",
            "serai.yaml",
            "hub:",
            "rules:\n  suppliers:\n    north: {timeZone: Europe/Berlni}\nhub:",
            "serai.yaml:3: rules.suppliers.north.timeZone is \"Europe/Berlni\", write a"
                + " time zone such as Europe/Berlin"),
        mistake(
            "an unknown step",
            ROUTES,
            "setProperty:",
            "setPropery:",
            "routes/10-orders.yaml:22: unknown step \"setPropery\", write \"setProperty\""),
        mistake(
            "an unknown key of a step",
            ROUTES,
            "ref: orders",
            "rel: orders",
            "routes/10-orders.yaml:34: unknown key \"rel\" in steps[0].bean, write \"ref\""),
        mistake(
            "a step that is not aligned",
            ROUTES,
            "            otherwise:",
            "           otherwise:",
            "routes/10-orders.yaml:36: the line is not aligned with the ones above, give"
                + " keys of one block the same indentation"),
        mistake(
            "an expression in the short form beside another",
            ROUTES,
            "name: id\n",
            "name: id\n            simple: x\n",
            "routes/10-orders.yaml:25: \"expression\" stands beside \"simple\", keep one"
                + " of them"),
        mistake(
            "an unknown language",
            ROUTES,
            "jq:",
            "jp:",
            "routes/10-orders.yaml:25: unknown language \"jp\", write \"jq\""),
        mistake(
            "a truth value that is none",
            ROUTES,
            "name: id\n",
            "name: id\n            disabled: maybe\n",
            "routes/10-orders.yaml:24: steps[0].setProperty.disabled is the text \"maybe\""
                + " where true or false is wanted, write for example: disabled: true"),
        mistake(
            "a route without steps",
            ROUTES,
            "steps:\n        - setProperty",
            "stepz:\n        - setProperty",
            "routes/10-orders.yaml:19: [1].route.from lacks the key \"steps\", add for"
                + " example: steps: [{log: {message: \"${body}\"}}]",
            "routes/10-orders.yaml:21: unknown key \"stepz\" in [1].route.from, write"
                + " \"steps\""),
        mistake(
            "a route without id",
            ROUTES,
            "    id: orders-poll\n",
            "",
            "routes/10-orders.yaml:2: the route has no id, add for example: id:" + " orders-store"),
        mistake(
            "a route id of another form",
            ROUTES,
            "id: orders-poll",
            "id: OrdersPoll",
            "routes/10-orders.yaml:3: the route id \"OrdersPoll\" is not of the form,"
                + " write stage-verb in small letters, for example orders-store"),
        mistake(
            "a route id that stands twice",
            ROUTES,
            "id: orders-store",
            "id: orders-poll",
            "routes/10-orders.yaml:18: the route id \"orders-poll\" stands twice, choose"
                + " another: it already stands in routes/10-orders.yaml:3"),
        mistake(
            "an unknown component",
            ROUTES,
            "uri: timer:orders",
            "uri: tiemr:orders",
            "routes/10-orders.yaml:5: unknown component \"tiemr\", write \"timer\""),
        mistake(
            "a component that is not installed",
            ROUTES,
            "uri: timer:orders",
            "uri: kafka:orders",
            "routes/10-orders.yaml:5: the component \"kafka\" is not installed, add"
                + " camel-kafka to the class path, or use another component"),
        mistake(
            "an unknown option in the block of parameters",
            ROUTES,
            "period: 1000",
            "perid: 1000",
            "routes/10-orders.yaml:7: unknown option \"perid\" of timer, write \"period\""),
        mistake(
            "an unknown option in the address",
            ROUTES,
            "charset=utf-8",
            "charest=utf-8",
            "routes/10-orders.yaml:41: unknown option \"charest\" of file, write" + " \"charset\""),
        mistake(
            "an option that must be a number",
            ROUTES,
            "period: 1000",
            "repeatCount: often",
            "routes/10-orders.yaml:7: option \"repeatCount\" of timer is \"often\", write"
                + " a number"),
        mistake(
            "an in-process endpoint that nobody reads",
            ROUTES,
            "- to:\n            uri: direct:orders",
            "- to:\n            uri: direct:order",
            "routes/10-orders.yaml:16: no route reads from direct:order, write"
                + " \"direct:orders\""),
        mistake(
            "an unknown Kamelet",
            ROUTES,
            "kamelet:shop-source",
            "kamelet:shp-source",
            "routes/10-orders.yaml:10: unknown Kamelet \"shp-source\", write" + " \"shop-source\""),
        mistake(
            "an unknown property of a Kamelet",
            ROUTES,
            "shop: \"{{",
            "shopp: \"{{",
            "routes/10-orders.yaml:12: unknown property \"shopp\" of the Kamelet"
                + " shop-source, write \"shop\""),
        mistake(
            "a Kamelet of which only a part is known before",
            ROUTES,
            "kamelet:shop-source",
            "kamelet:{{channel.dtc.connector}}-sauce/x",
            "routes/10-orders.yaml:10: no Kamelet is called *-sauce, write one of: shop-source"),
        mistake(
            "an in-process endpoint of which only a part is known before",
            ROUTES,
            "- to:\n            uri: direct:orders",
            "- to:\n            uri: direct:order-{{channel.dtc.shop}}",
            "routes/10-orders.yaml:16: no route reads from direct:order-*, write"
                + " \"direct:orders\""),
        mistake(
            "a slip where http would pass on what it does not know",
            KAMELET,
            "httpMethod:",
            "htpMethod:",
            "connectors/channels/shop/shop-source.kamelet.yaml:26: unknown option"
                + " \"htpMethod\" of https, write \"httpMethod\""),
        mistake(
            "an unknown exception",
            ROUTES,
            "log:\n                    message: no id in ${body}",
            "throwException:\n                    exceptionType: java.lang.IlegalStateException",
            "routes/10-orders.yaml:39: unknown class \"java.lang.IlegalStateException\","
                + " write the full name of a class, such as java.lang.Exception"),
        mistake(
            "an unknown type",
            ROUTES,
            "log:\n                    message: no id in ${body}",
            "convertBodyTo:\n                    type: Strin",
            "routes/10-orders.yaml:39: unknown class \"Strin\", write \"String\""),
        mistake(
            "a Kamelet's bean of an unknown class",
            KAMELET,
            "AtomicLong",
            "AtomicLng",
            "connectors/channels/shop/shop-source.kamelet.yaml:17: unknown class"
                + " \"java.util.concurrent.atomic.AtomicLng\", write the full name of a class,"
                + " such as java.lang.Exception"),
        mistake(
            "a bean that a Kamelet does not have",
            KAMELET,
            "{{clock}}",
            "{{clok}}",
            "connectors/channels/shop/shop-source.kamelet.yaml:27: unknown placeholder"
                + " {{clok}}, write \"clock\""),
        mistake(
            "a file that is not there",
            ROUTES,
            "expression: .id",
            "expression: resource:file:{{connectors.folder}}/channels/shop/ordr.jq",
            "routes/10-orders.yaml:26: no such file:"
                + " {{connectors.folder}}/channels/shop/ordr.jq, write"
                + " \"resource:file:{{connectors.folder}}/channels/shop/order.jq\""),
        mistake(
            "an unknown placeholder",
            ROUTES,
            "{{orders.in}}",
            "{{order.in}}",
            "routes/10-orders.yaml:14: unknown placeholder {{order.in}}, write" + " \"orders.in\""),
        mistake(
            "an unknown bean",
            ROUTES,
            "ref: orders",
            "ref: order",
            "routes/10-orders.yaml:34: unknown bean \"order\", write \"orders\""),
        mistake(
            "an unknown method of a bean",
            ROUTES,
            "method: store",
            "method: stoer",
            "routes/10-orders.yaml:35: unknown method \"stoer\" of the bean \"orders\","
                + " write \"store\""),
        mistake(
            "an unknown bean in an address",
            ROUTES,
            "uri: \"{{orders.in}}\"",
            "uri: bean:ledgr?method=reserve",
            "routes/10-orders.yaml:14: unknown bean \"ledgr\", write \"ledger\""),
        mistake(
            "jq that does not compile",
            ROUTES,
            "expression: .id",
            "expression: \".id |\"",
            "routes/10-orders.yaml:26: the jq program ends too soon, complete it, or close"
                + " the bracket or the quote that is open"),
        mistake(
            "a condition that does not compile",
            ROUTES,
            "!= null",
            "=! null",
            "routes/10-orders.yaml:31: not a simple condition: Unexpected token =, correct"
                + " it at \"=! null\""),
        mistake(
            "a text that does not compile",
            ROUTES,
            "no id in ${body}",
            "no id in ${body",
            "routes/10-orders.yaml:39: not a simple expression: a ${ is not closed, close"
                + " each ${ with a }"),
        mistake(
            "YAML that is none",
            ROUTES,
            "id: orders-poll",
            "id: \"orders-poll",
            "routes/10-orders.yaml:3: a quote is opened here and not closed, close the" + " quote"),
        mistake(
            "a key that stands twice",
            ROUTES,
            "id: orders-poll",
            "id: orders-poll\n    id: orders-read",
            "routes/10-orders.yaml:4: the key \"id\" stands twice, keep one of the two: it"
                + " already stands on line 3"),
        mistake(
            "a Kamelet whose name is not that of its file",
            KAMELET,
            "name: shop-source",
            "name: store-source",
            "connectors/channels/shop/shop-source.kamelet.yaml:4: the Kamelet's name"
                + " \"store-source\" is not that of its file, write \"shop-source\" or rename"
                + " the file"),
        mistake(
            "a Kamelet's property without description",
            KAMELET,
            "description: In milliseconds, ",
            "",
            "connectors/channels/shop/shop-source.kamelet.yaml:13:"
                + " spec.definition.properties.period lacks the key \"description\", add for"
                + " example: description: Where the merchant finds it"),
        mistake(
            "a Kamelet's property that is none",
            KAMELET,
            "required: [shop]",
            "required: [shopp]",
            "connectors/channels/shop/shop-source.kamelet.yaml:10: \"shopp\" is required"
                + " but is no property, write \"shop\""),
        mistake(
            "a placeholder that a Kamelet does not have",
            KAMELET,
            "{{period}}",
            "{{perod}}",
            "connectors/channels/shop/shop-source.kamelet.yaml:21: unknown placeholder"
                + " {{perod}}, write \"period\""),
        mistake(
            "an unknown option inside a Kamelet",
            KAMELET,
            "httpMethod: GET",
            "httpMethod: GETT",
            "connectors/channels/shop/shop-source.kamelet.yaml:26: option \"httpMethod\""
                + " of https is \"GETT\", write \"GET\""),
        mistake(
            "an unknown step inside a Kamelet",
            KAMELET,
            "- to:\n            uri: kamelet",
            "- too:\n            uri: kamelet",
            "connectors/channels/shop/shop-source.kamelet.yaml:28: unknown step \"too\","
                + " write \"to\""),
        mistake(
            "a mapping that does not compile",
            MAPPING,
            "(.items | length)",
            "(.items | length",
            "connectors/channels/shop/order.jq:2: the jq program has \"then\" in column 26"
                + " where it cannot stand, correct it there, or close what is open before it"),
        mistake(
            "a fixture whose result differs",
            FIXTURES,
            "- sku: A",
            "- sku: B",
            "connectors/channels/shop/tests/order.yaml:9: the fixture \"An order becomes"
                + " canonical\" yields lines[0].sku = \"A\" where \"B\" is expected, correct"
                + " order.jq or, if it is right, the fixture"),
        mistake(
            "a fixture whose error is another",
            FIXTURES,
            "order 8 has no lines",
            "no lines in 8",
            "connectors/channels/shop/tests/order.yaml:14: the fixture \"An order without"
                + " lines is refused\" ends in connectors/channels/shop/order.jq: order 8 has no"
                + " lines where an error with \"no lines in 8\" is expected, correct order.jq"
                + " or, if it is right, the fixture"),
        mistake(
            "a fixture that ends in an error",
            FIXTURES,
            "error: order 8 has no lines",
            "expect: {}",
            "connectors/channels/shop/tests/order.yaml:11: the fixture \"An order without"
                + " lines is refused\" ends in connectors/channels/shop/order.jq: order 8 has no"
                + " lines, correct order.jq or, if it is right, the fixture"),
        mistake(
            "a fixture with an unknown mapping",
            FIXTURES,
            "mapping: order.jq\n  variables: {channel: dtc}\n  input: order.json",
            "mapping: ordr.jq\n  variables: {channel: dtc}\n  input: order.json",
            "connectors/channels/shop/tests/order.yaml:2: unknown mapping \"ordr.jq\","
                + " write \"order.jq\""),
        mistake(
            "a fixture without its file",
            FIXTURES,
            "input: order.json",
            "input: orders.json",
            "connectors/channels/shop/tests/order.yaml:4: the file orders.json cannot be"
                + " read, put it beside order.yaml"),
        mistake(
            "a fixture that expects nothing",
            FIXTURES,
            "  error: order 8 has no lines\n",
            "",
            "connectors/channels/shop/tests/order.yaml:10: the fixture \"An order without"
                + " lines is refused\" expects nothing, write one of: expect, error"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void aMistakeIsNamedWithItsLineAndItsCure(
      String name, String file, String right, String wrong, List<String> faults) {
    assertThat(new SmallHub(root).mistake(file, right, wrong).faults()).isEqualTo(faults);
  }

  private static Arguments mistake(
      String name, String file, String right, String wrong, String... faults) {
    return Arguments.of(name, file, right, wrong, List.of(faults));
  }
}
