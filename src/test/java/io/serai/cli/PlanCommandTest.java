package io.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PlanCommandTest {
  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void anOrderAndItsOffers() throws IOException {
    write(
        "orders.json",
        "{\"order\":\"A1\",\"lines\":[{\"line\":\"1\",\"sku\":\"A\",\"quantity\":3}]}\n"
            + "{\"order\":\"A2\",\"lines\":[{\"line\":\"1\",\"sku\":\"A\",\"quantity\":3}]}\n");
    write("offers.json", "[{\"supplier\":\"s1\",\"sku\":\"A\",\"quantity\":4,\"cost\":2.5}]");
  }

  @Test
  void each_order_is_planned_against_the_full_offers() {
    assertThat(plan()).isZero();
    assertThat(out.toString().lines())
        .containsExactly(
            "{\"order\":\"A1\",\"held\":false,\"proven\":true,\"shipments\":[{\"supplier\":\"s1\","
                + "\"lines\":[{\"line\":\"1\",\"quantity\":3}]}],\"backorders\":[],\"score\":"
                + "{\"shipments\":1,\"price\":\"7.50\",\"speed\":0}}",
            "{\"order\":\"A2\",\"held\":false,\"proven\":true,\"shipments\":[{\"supplier\":\"s1\","
                + "\"lines\":[{\"line\":\"1\",\"quantity\":3}]}],\"backorders\":[],\"score\":"
                + "{\"shipments\":1,\"price\":\"7.50\",\"speed\":0}}");
  }

  @Test
  void with_consume_the_second_order_gets_what_the_first_left() {
    assertThat(plan("--consume")).isZero();
    assertThat(out.toString().lines().skip(1))
        .containsExactly(
            "{\"order\":\"A2\",\"held\":false,\"proven\":true,\"shipments\":[{\"supplier\":\"s1\","
                + "\"lines\":[{\"line\":\"1\",\"quantity\":1}]}],\"backorders\":[{\"line\":\"1\","
                + "\"quantity\":2,\"supplier\":\"s1\"}],\"score\":"
                + "{\"shipments\":1,\"price\":\"2.50\",\"speed\":0}}");
  }

  @Test
  void a_wrong_value_is_told_with_its_line_and_its_cure() throws IOException {
    write(
        "offers.json",
        "[{\"supplier\":\"s1\",\"sku\":\"A\"},\n {\"supplier\":\"s2\",\n  \"sku\":\"A\",\n"
            + "  \"quantity\":-4}]");

    assertThat(plan()).isEqualTo(1);
    assertThat(err.toString())
        .endsWith("offers.json:4: quantity is -4; write a whole number, 0 or more\n");
  }

  @Test
  void a_line_without_a_sku_is_told_where_the_line_begins() throws IOException {
    write(
        "orders.json",
        "{\"order\":\"A1\",\"lines\":[{\"sku\":\"A\",\"quantity\":3}]}\n"
            + "{\"order\":\"A2\",\"lines\":[\n  {\"quantity\":3}]}\n");

    assertThat(plan()).isEqualTo(1);
    assertThat(err.toString()).endsWith("orders.json:3: has no sku; write \"sku\": \"...\"\n");
  }

  @Test
  void what_is_not_json_is_told_with_its_line() throws IOException {
    write("offers.json", "[\n{\"supplier\" \"s1\"}]");

    assertThat(plan()).isEqualTo(1);
    assertThat(err.toString()).contains("offers.json:2: cannot be read");
  }

  @Test
  void a_second_offer_of_the_same_sku_by_the_same_supplier_is_refused() throws IOException {
    write(
        "offers.json",
        "{\"supplier\":\"s1\",\"sku\":\"A\"}\n{\"supplier\":\"s1\",\"sku\":\"A\"}\n");

    assertThat(plan()).isEqualTo(1);
    assertThat(err.toString()).contains("offers.json:2: supplier s1 offers SKU A a second time");
  }

  @Test
  void an_unknown_rule_is_told_with_its_line() throws IOException {
    Path rules = write("rules.yaml", "prioritize: [price]\nsplit:\n  maxShipment: 2\n");

    assertThat(plan("--rules", rules.toString())).isEqualTo(1);
    assertThat(err.toString())
        .contains("rules.yaml:3: rules.split.maxShipment: is not a rule; known here are");
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    assertThat(run("plan", "--orders", "none.json", "--offers", "none.json")).isEqualTo(1);
    assertThat(err.toString())
        .isEqualTo("none.json: there is no such file; give the path of one\n");
  }

  @Test
  void without_files_the_command_line_is_at_fault() {
    assertThat(run("plan")).isEqualTo(2);
    assertThat(err.toString()).startsWith("Give --orders FILE and --offers FILE");
  }

  @Test
  void a_shop_export_is_compared_over_suppliers_drawn_from_a_seed() throws IOException {
    Path orders =
        write(
            "month.csv",
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
                + "1,10A,MUG,6,2010-12-01 08:26:00,2.55,1,France\n"
                + "1,11,TEA,2,2010-12-01 08:26:00,1.00,1,France\n"
                + "C2,10A,MUG,-6,2010-12-01 09:00:00,2.55,1,France\n"
                + "3,POST,POSTAGE,1,2010-12-01 09:00:00,18.00,1,France\n"
                + "4,11,TEA,5,2010-12-02 09:00:00,1.00,2,France\n");

    assertThat(run("plan", "--compare", "--orders-file", orders.toString())).isZero();
    assertThat(out.toString()).startsWith("2 orders from month.csv, 2 rows skipped; 8 suppliers");
    assertThat(out.toString()).contains("shipments per order");
  }

  @Test
  void an_unknown_measurement_says_what_there_is() {
    assertThat(run("bench", "--everything")).isEqualTo(2);
    assertThat(err.toString()).startsWith("There is no --everything to measure. Today there is:");
  }

  private int plan(String... more) {
    String[] arguments = new String[5 + more.length];
    arguments[0] = "plan";
    arguments[1] = "--orders";
    arguments[2] = folder.resolve("orders.json").toString();
    arguments[3] = "--offers";
    arguments[4] = folder.resolve("offers.json").toString();
    System.arraycopy(more, 0, arguments, 5, more.length);
    return run(arguments);
  }

  private int run(String... arguments) {
    CommandLine command = Serai.commandLine();
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    return command.execute(arguments);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
