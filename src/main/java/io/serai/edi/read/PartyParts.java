package io.serai.edi.read;

import io.serai.edi.document.Party;
import io.serai.order.Address;
import java.util.ArrayList;
import java.util.List;

/** Gathers the parties that a document names, from the segments that follow each one's first. */
final class PartyParts {
  private final List<Party> parties = new ArrayList<>();
  private final List<String> streets = new ArrayList<>();
  private boolean open;
  private String role = "";
  private String id = "";
  private String idKind = "";
  private String name = "";
  private String company = "";
  private String city = "";
  private String state = "";
  private String postalCode = "";
  private String country = "";
  private String phone = "";

  void begin(String newRole, String newId, String newIdKind, String newName) {
    close();
    open = true;
    role = newRole;
    id = newId;
    idKind = newIdKind;
    name = newName;
  }

  boolean isOpen() {
    return open;
  }

  void company(String text) {
    company = text;
  }

  void street(String text) {
    if (!text.isBlank()) {
      streets.add(text);
    }
  }

  void place(String newCity, String newState, String newPostalCode, String newCountry) {
    city = newCity;
    state = newState;
    postalCode = newPostalCode;
    country = newCountry;
  }

  void phone(String number) {
    phone = number;
  }

  List<Party> all() {
    close();
    return List.copyOf(parties);
  }

  private void close() {
    if (open) {
      String rest = String.join(", ", streets.subList(Math.min(1, streets.size()), streets.size()));
      parties.add(
          new Party(
              role,
              id,
              idKind,
              new Address(
                  name,
                  company,
                  streets.isEmpty() ? "" : streets.get(0),
                  rest,
                  city,
                  state,
                  postalCode,
                  country,
                  phone)));
    }
    open = false;
    streets.clear();
    company = city = state = postalCode = country = phone = "";
  }
}
