package io.serai.bench;

import io.serai.edi.DocumentKind;
import io.serai.edi.EdiFault;
import io.serai.edi.EdiListener;
import io.serai.edi.EdiReader;
import io.serai.edi.ReadingTerms;
import io.serai.edi.SetHeader;
import io.serai.edi.Standard;
import io.serai.edi.document.EdiDocument;
import io.serai.edi.document.ShipNotice;
import io.serai.edi.document.StockItem;
import io.serai.edi.stream.SetSchemas;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures how fast large EDI files are read, beside StAEDI alone with the same schema, which makes
 * nothing of what it reads, in the same run.
 */
public final class EdiMeasurement {
  private static final int ROUNDS = 3;
  private static final int ITEMS_OF_A_MEBIBYTE = 19_500;
  // With its shipment, order, pallet and carton, nearly as many levels as we take of one set.
  private static final int ITEMS_OF_ONE_SET = 99_900;

  private final int mebibytes;
  private final Path folder;
  private final Consumer<String> progress;

  /**
   * A measurement.
   *
   * @param mebibytes about how large each file is
   * @param folder for the files
   */
  public EdiMeasurement(int mebibytes, Path folder, Consumer<String> progress) {
    this.mebibytes = mebibytes;
    this.folder = folder;
    this.progress = progress;
  }

  /**
   * How one file is read: the fastest of several rounds.
   *
   * @param lines items of stock, or of ship notices
   * @param alone seconds of StAEDI alone
   */
  public record Measured(String name, double mebibytes, long lines, double seconds, double alone) {
    /** Mebibytes a second. */
    public double speed() {
      return mebibytes / seconds;
    }

    /** How much of StAEDI's own speed is reached. */
    public double ratio() {
      return alone / seconds;
    }
  }

  /** What was measured; of the heap, as of {@link StockMeasurement.Result}. */
  public record Result(List<Measured> files, long liveMiB, long usedMiB) {}

  /**
   * Runs; takes some minutes for 50 MiB.
   *
   * @throws IOException when the folder cannot be written
   */
  public Result run() throws IOException {
    Path stock = folder.resolve("846.edi");
    Path notices = folder.resolve("856.edi");
    Path large = folder.resolve("856-large.edi");
    progress.accept("Writing an 846 and an 856 of " + mebibytes + " MiB ...");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(stock))) {
      EdiSamples.stock(EdiSamples.x12(), mebibytes * ITEMS_OF_A_MEBIBYTE, out);
    }
    byte[] part = EdiSamples.notices(EdiSamples.x12(), 2_000, 40);
    int times = (int) Math.max(1, ((long) mebibytes << 20) / part.length);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(notices))) {
      for (int i = 0; i < times; i++) {
        out.write(part);
      }
    }
    part = null;
    Files.write(large, EdiSamples.notices(EdiSamples.x12(), 1, ITEMS_OF_ONE_SET));
    HeapWatch heap = HeapWatch.start();
    List<Measured> files = new ArrayList<>();
    files.add(measure("846", stock, DocumentKind.STOCK_ADVICE));
    files.add(measure("856", notices, DocumentKind.SHIP_NOTICE));
    files.add(measure("856, one set", large, DocumentKind.SHIP_NOTICE));
    heap.stop();
    return new Result(files, heap.liveMiB(), heap.usedMiB());
  }

  private Measured measure(String name, Path file, DocumentKind kind) throws IOException {
    double ours = Double.MAX_VALUE;
    double alone = Double.MAX_VALUE;
    long lines = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      progress.accept("Reading the " + name + ", round " + round + " of " + ROUNDS + " ...");
      long start = System.nanoTime();
      lines = read(file);
      ours = Math.min(ours, (System.nanoTime() - start) / 1e9);
      start = System.nanoTime();
      readAlone(file, kind);
      alone = Math.min(alone, (System.nanoTime() - start) / 1e9);
    }
    return new Measured(name, Files.size(file) / 1048576.0, lines, ours, alone);
  }

  private static long read(Path file) throws IOException {
    Count count = new Count();
    try (InputStream in = Files.newInputStream(file)) {
      new EdiReader(ReadingTerms.USUAL).read(in, count);
    }
    return count.lines;
  }

  private static final class Count implements EdiListener {
    private long lines;

    @Override
    public void stockItem(SetHeader set, StockItem item) {
      lines++;
    }

    @Override
    public void document(SetHeader set, EdiDocument document) {
      if (document instanceof ShipNotice notice) {
        lines += notice.items().size();
      }
    }

    @Override
    public void refused(EdiFault fault) {
      throw new IllegalStateException("what we have written is refused: " + fault);
    }
  }

  private static void readAlone(Path file, DocumentKind kind) throws IOException {
    var schema = SetSchemas.of(Standard.X12, kind).orElseThrow().slim();
    try (InputStream in = Files.newInputStream(file)) {
      EDIStreamReader reader =
          EDIInputFactory.newFactory()
              .createEDIStreamReader(in, SetSchemas.control(Standard.X12, "00401"));
      long characters = 0;
      while (reader.hasNext()) {
        EDIStreamEvent event = reader.next();
        if (event == EDIStreamEvent.START_TRANSACTION) {
          reader.setTransactionSchema(schema);
        } else if (event == EDIStreamEvent.ELEMENT_DATA) {
          characters += reader.getText().length();
        }
      }
      if (characters == 0) {
        throw new IllegalStateException("StAEDI has read nothing");
      }
    } catch (EDIStreamException e) {
      throw new IllegalStateException("StAEDI cannot read what we have written", e);
    }
  }
}
