package io.serai.sandbox.supplier;

import java.util.List;

/** In which form a supplier and its buyers write to each other, and by which server. */
public enum Format {
  /** Comma-separated values over FTP. */
  CSV("CSV", "csv", Transport.FTP),
  /** Records in which each value has its columns, over FTPS. */
  FIXED("fixed-length", "fixed", Transport.FTPS),
  /** X12 004010 over SFTP. */
  X12("X12 004010", "x12", Transport.SFTP),
  /** EDIFACT D.96A over SFTP. */
  EDIFACT("EDIFACT D.96A", "edifact", Transport.SFTP);

  /** By which protocol files travel. */
  public enum Transport {
    /** Not encrypted. */
    FTP,
    /** FTP inside of TLS, by AUTH TLS. */
    FTPS,
    /** Files over SSH. */
    SFTP
  }

  /** Each of the four suppliers in its own way. */
  public static final List<Format> ONE_EACH = List.of(CSV, FIXED, X12, EDIFACT);

  /** All four as the first. */
  public static final List<Format> ALL_CSV = List.of(CSV, CSV, CSV, CSV);

  private final String title;
  private final String word;
  private final Transport transport;

  Format(String title, String word, Transport transport) {
    this.title = title;
    this.word = word;
    this.transport = transport;
  }

  /** As a person calls it. */
  public String title() {
    return title;
  }

  /** As names of connectors begin. */
  public String word() {
    return word;
  }

  /** By which protocol its files travel. */
  public Transport transport() {
    return transport;
  }

  /** Whether interchanges are numbered, and acknowledged as such. */
  public boolean isEdi() {
    return this == X12 || this == EDIFACT;
  }
}
