package io.serai.sandbox.order;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Invents the people who buy. Every fifth name is one that careless software breaks on: emoji,
 * apostrophes, markup, right-to-left script.
 */
final class Buyers {
  private record Person(String first, String last) {}

  private record Town(
      String country, String city, String province, String provinceCode, String zip) {}

  private static final List<String> FIRST =
      List.of("Ada", "Ben", "Carla", "Dev", "Elif", "Femi", "Grace", "Hugo", "Ines", "Jonas");
  private static final List<String> LAST =
      List.of("Archer", "Baker", "Costa", "Diaz", "Evans", "Fischer", "Grant", "Hall", "Ito");
  private static final List<Person> HARD =
      List.of(
          new Person("Seán", "O'Connor"),
          new Person("🦊 Robin", "Fuchs"),
          new Person("<b>Bold</b>", "Smith & Sons"),
          new Person("محمد", "العلي"),
          new Person("שרה", "כהן"),
          new Person("Søren", "Åkerström"),
          new Person("太郎", "山田"),
          new Person("Anne-Marie \"Annie\"", "D’Arcy"),
          new Person("Nguyễn", "Thị Ánh"),
          new Person("=1+1", "Formula, Esq."));
  private static final List<String> STREETS =
      List.of("High Street", "Mill Lane", "Station Road", "Rosenweg", "Rue de l'Église", "Elm Ave");
  private static final List<Town> TOWNS =
      List.of(
          new Town("US", "Portland", "Oregon", "OR", "97205"),
          new Town("US", "Austin", "Texas", "TX", "78701"),
          new Town("US", "Coeur d'Alene", "Idaho", "ID", "83814"),
          new Town("CA", "Montréal", "Quebec", "QC", "H2Y 1C6"),
          new Town("GB", "Leeds", "England", "ENG", "LS1 4DY"),
          new Town("GB", "Cardiff", "Wales", "WLS", "CF10 1EP"),
          new Town("DE", "Köln", "", "", "50667"),
          new Town("FR", "Saint-Étienne", "", "", "42000"),
          new Town("JP", "大阪市", "Ōsaka", "JP-27", "530-0001"),
          new Town("AU", "Hobart", "Tasmania", "TAS", "7000"));
  private static final Map<String, List<Town>> BY_COUNTRY =
      TOWNS.stream().collect(Collectors.groupingBy(Town::country));

  private Buyers() {}

  /** A destination country, most often one at home. */
  static String country(SplittableRandom random) {
    return pick(List.of("US", "US", "US", "US", "GB", "GB", "DE", "CA", "FR", "JP", "AU"), random);
  }

  /** An address in the country; one in eight has no phone, and not every country has states. */
  static Address address(SplittableRandom random, String country) {
    Person person =
        random.nextInt(5) == 0
            ? pick(HARD, random)
            : new Person(pick(FIRST, random), pick(LAST, random));
    Town town = pick(BY_COUNTRY.getOrDefault(country, List.of(somewhere(country))), random);
    return new Address(
        person.first(),
        person.last(),
        random.nextInt(6) == 0 ? person.last() + " & Co. \"Goods\", Ltd" : "",
        (1 + random.nextInt(240)) + " " + pick(STREETS, random),
        random.nextInt(5) == 0 ? "Flat " + (1 + random.nextInt(40)) : "",
        town.city(),
        town.province(),
        town.provinceCode(),
        town.zip(),
        country,
        random.nextInt(8) == 0 ? "" : "+1555" + (1_000_000 + random.nextInt(8_999_999)));
  }

  /** The address of the same person in another country. */
  static Address within(Address address, String country, SplittableRandom random) {
    Town town = pick(BY_COUNTRY.getOrDefault(country, List.of(somewhere(country))), random);
    return new Address(
        address.firstName(),
        address.lastName(),
        address.company(),
        address.address1(),
        address.address2(),
        town.city(),
        town.province(),
        town.provinceCode(),
        town.zip(),
        country,
        address.phone());
  }

  /** The language that most people in the country read. */
  static String locale(String country) {
    Map<String, String> languages =
        Map.of("DE", "de", "AT", "de", "FR", "fr", "JP", "ja", "ES", "es", "IT", "it");
    return languages.getOrDefault(country, "en");
  }

  /** English country name to ISO code, for every country that Java knows. */
  static Map<String, String> codesByName() {
    return List.of(Locale.getISOCountries()).stream()
        .collect(
            Collectors.toMap(
                code -> new Locale("", code).getDisplayCountry(Locale.ENGLISH),
                Function.identity()));
  }

  static <T> T pick(List<T> from, SplittableRandom random) {
    return from.get(random.nextInt(from.size()));
  }

  private static Town somewhere(String country) {
    return new Town(country, "Old Town", "", "", "1000");
  }
}
