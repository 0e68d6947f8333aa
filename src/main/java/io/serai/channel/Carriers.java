package io.serai.channel;

import java.util.Map;
import java.util.TreeMap;

/**
 * Carriers as suppliers write them, by SCAC or by name, and where a parcel of each can be followed.
 */
public final class Carriers {
  private static final Map<String, String> NAMES = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private static final Map<String, String> LINKS =
      Map.of(
          "UPS", "https://www.ups.com/track?tracknum=",
          "USPS", "https://tools.usps.com/go/TrackConfirmAction?tLabels=",
          "FedEx", "https://www.fedex.com/fedextrack/?trknbr=",
          "DHL", "https://www.dhl.com/en/express/tracking.html?AWB=",
          "Royal Mail", "https://www.royalmail.com/track-your-item#/tracking-results/");

  static {
    // Standard carrier alpha codes beside the names; the NMFTA gives them out.
    NAMES.putAll(
        Map.of(
            "UPSN", "UPS", "UPS", "UPS", "USPS", "USPS", "FDEG", "FedEx", "FDXE", "FedEx", "FEDEX",
            "FedEx"));
    NAMES.putAll(
        Map.of("DHLE", "DHL", "DHL", "DHL", "ROYAL MAIL", "Royal Mail", "RMGB", "Royal Mail"));
  }

  private Carriers() {}

  /**
   * The carrier's name, from its SCAC or any way to write the name; an unknown one stays as it is
   * written.
   */
  public static String name(String carrier) {
    return NAMES.getOrDefault(carrier.strip(), carrier.strip());
  }

  /** The page that follows a parcel, or an empty text when the carrier is not known. */
  public static String link(String carrier, String tracking) {
    String page = LINKS.get(name(carrier));
    return page == null
        ? ""
        : page + java.net.URLEncoder.encode(tracking, java.nio.charset.StandardCharsets.UTF_8);
  }
}
