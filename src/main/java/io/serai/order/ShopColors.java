package io.serai.order;

/**
 * The colours of a shop, each as {@code #rrggbb}.
 *
 * @param accent of headings, links and buttons
 * @param background behind the cards of a page
 */
public record ShopColors(String accent, String background) {
  /** The colours of a shop that has named none. */
  public static final ShopColors USUAL = new ShopColors("#1d5c4d", "#f3f2ee");
}
