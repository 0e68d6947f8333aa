package io.serai.config;

/**
 * An external PostgreSQL.
 *
 * @param url its JDBC address
 * @param maxConnections how many connections this hub keeps at most
 */
public record Database(String url, String user, Secret password, int maxConnections) {
  /** Without what follows the question mark of the address, where a password may stand. */
  @Override
  public String toString() {
    return "Database[" + url.replaceFirst("\\?.*", "") + ", user=" + user + "]";
  }
}
