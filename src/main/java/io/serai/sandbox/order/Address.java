package io.serai.sandbox.order;

/** Where a sandbox order goes. An empty text is a part that the customer did not give. */
public record Address(
    String firstName,
    String lastName,
    String company,
    String address1,
    String address2,
    String city,
    String province,
    String provinceCode,
    String zip,
    String countryCode,
    String phone) {

  /** First and last name, as a label shows them. */
  public String name() {
    return (firstName + " " + lastName).strip();
  }
}
