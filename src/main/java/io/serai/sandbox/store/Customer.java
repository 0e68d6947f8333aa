package io.serai.sandbox.store;

import graphql.schema.DataFetchingEnvironment;
import io.serai.sandbox.order.Address;
import io.serai.sandbox.order.SoldOrder;
import java.util.List;
import java.util.Locale;

/** Who bought, and where it goes, in the two shapes of the API. */
record Customer(long id, SoldOrder sold) implements Entity {
  @Override
  public String type() {
    return "Customer";
  }

  @Override
  public Object get(String field, DataFetchingEnvironment env) {
    Address address = sold.shippingAddress();
    return switch (field) {
      case "id" -> gid();
      case "legacyResourceId" -> String.valueOf(id);
      case "firstName" -> Fields.orNull(address.firstName());
      case "lastName" -> Fields.orNull(address.lastName());
      case "displayName" -> address.name();
      case "email" -> sold.email();
      case "phone" -> Fields.orNull(sold.phone());
      case "tags" -> isVip() ? List.of("vip") : List.of();
      case "locale" -> sold.locale();
      case "defaultEmailAddress" -> new Reach("CustomerEmailAddress", sold.email());
      case "defaultPhoneNumber" ->
          sold.phone().isEmpty() ? null : new Reach("CustomerPhoneNumber", sold.phone());
      default -> unknown(field);
    };
  }

  // Every twelfth customer, the same whenever the demo is run.
  private boolean isVip() {
    return Math.floorMod(sold.email().hashCode(), 12) == 0;
  }

  private record Reach(String type, String value) implements Fields {
    @Override
    public Object get(String field, DataFetchingEnvironment env) {
      return value;
    }
  }

  /** A postal address. */
  record Mailing(long id, Address address) implements Entity {
    @Override
    public String type() {
      return "MailingAddress";
    }

    @Override
    public Object get(String field, DataFetchingEnvironment env) {
      return switch (field) {
        case "id" -> gid();
        case "name" -> Fields.orNull(address.name());
        case "firstName" -> Fields.orNull(address.firstName());
        case "lastName" -> Fields.orNull(address.lastName());
        case "company" -> Fields.orNull(address.company());
        case "address1" -> Fields.orNull(address.address1());
        case "address2" -> Fields.orNull(address.address2());
        case "city" -> Fields.orNull(address.city());
        case "province" -> Fields.orNull(address.province());
        case "provinceCode" -> Fields.orNull(address.provinceCode());
        case "zip" -> Fields.orNull(address.zip());
        case "country" -> new Locale("", address.countryCode()).getDisplayCountry(Locale.ENGLISH);
        case "countryCode", "countryCodeV2" -> address.countryCode();
        case "phone" -> Fields.orNull(address.phone());
        default -> unknown(field);
      };
    }
  }
}
