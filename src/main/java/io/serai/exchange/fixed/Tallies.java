package io.serai.exchange.fixed;

import io.serai.document.Refused;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * What the trailers of a file are compared with: how many records came, and what they add up to.
 */
final class Tallies {
  private final String file;
  private final List<Running> running;

  Tallies(String file, FileLayout types) {
    this.file = file;
    this.running =
        types.types().stream().filter(type -> type.role().isTrailer()).map(Running::new).toList();
  }

  void count(PlacedRecord record) {
    for (Running tally : running) {
      tally.count(record.type());
    }
  }

  void add(FixedRow line) {
    for (Running tally : running) {
      tally.add(line);
    }
  }

  void compare(PlacedRecord trailer) {
    for (Running tally : running) {
      if (tally.trailer == trailer.type()) {
        tally.compare(trailer);
      }
    }
  }

  /** Refuses a file in which lines stand behind the last trailer, or that has none. */
  void end() {
    for (Running tally : running) {
      if (!tally.closed) {
        throw new Refused(
            file + ": does not end with a " + tally.trailer.words() + ", so it was cut short",
            "Ask the supplier to send it again whole.");
      }
    }
  }

  private static final class Running {
    private final RecordType trailer;
    private long records;
    // Null once a value cannot be read: then nothing can be said of the sum.
    private BigDecimal sum = BigDecimal.ZERO;
    private boolean closed;

    Running(RecordType trailer) {
      this.trailer = trailer;
      this.closed = false;
    }

    void count(RecordType type) {
      if (trailer.count().filter(count -> count.of().contains(type.name())).isPresent()) {
        records++;
      }
      closed &= !(type.role() == Role.LINE || type.role().isHeader());
    }

    void add(FixedRow line) {
      Optional<Tally> wanted = trailer.sum();
      if (wanted.isPresent() && sum != null) {
        BigDecimal addend = addend(line, wanted.get().of().iterator().next());
        sum = addend == null ? null : sum.add(addend);
      }
    }

    void compare(PlacedRecord record) {
      trailer
          .count()
          .ifPresent(count -> compare(record, count, "count", BigDecimal.valueOf(records)));
      if (sum != null) {
        trailer
            .sum()
            .ifPresent(said -> compare(record, said, "sum of " + said.of().iterator().next(), sum));
      }
      closed = true;
      if (trailer.role() == Role.TRAILER) {
        records = 0;
        sum = BigDecimal.ZERO;
      }
    }

    private static BigDecimal addend(FixedRow line, String column) {
      try {
        return line.addend(column);
      } catch (Refused unreadable) {
        return null;
      }
    }

    // A figure that outgrows its columns loses its first digits, as programs of this kind do it.
    private static void compare(PlacedRecord record, Tally said, String what, BigDecimal is) {
      String text = said.span().in(record.text()).strip();
      BigDecimal says = Numerals.digits(text, said.decimals());
      String place = record.place() + ", " + said.span().words() + " (" + what + "):";
      if (says == null) {
        throw new Refused(
            place + " '" + text + "' is no number", "Ask the supplier to send it again whole.");
      }
      BigDecimal most =
          new BigDecimal(BigInteger.TEN.pow(said.span().length())).movePointLeft(said.decimals());
      if (says.compareTo(is.remainder(most)) != 0) {
        throw new Refused(
            place
                + " says "
                + says.toPlainString()
                + " where it is "
                + is.toPlainString()
                + ", so the file was cut short",
            "Ask the supplier to send it again whole.");
      }
    }
  }
}
