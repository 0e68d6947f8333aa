package io.serai.sandbox;

import io.serai.edi.EdiFault;
import io.serai.edi.EdiListener;
import io.serai.edi.EdiReader;
import io.serai.edi.EdiWriter;
import io.serai.edi.Envelope;
import io.serai.edi.FunctionalAcknowledgments;
import io.serai.edi.Interchange.Mailbox;
import io.serai.edi.InterchangeReport;
import io.serai.edi.OrderDocuments;
import io.serai.edi.PartnerAgreement;
import io.serai.edi.SetHeader;
import io.serai.edi.Standard;
import io.serai.edi.SupplierFiles;
import io.serai.edi.document.Acknowledgment;
import io.serai.edi.document.EdiDocument;
import io.serai.edi.document.FunctionalAcknowledgment;
import io.serai.edi.document.ShipNotice;
import io.serai.edi.document.StockItem;
import io.serai.exchange.PurchaseOrder;
import io.serai.sandbox.supplier.Format;
import io.serai.sandbox.supplier.SupplierProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** X12 and EDIFACT: every set must be good, unless it is lenient, and each is acknowledged. */
final class EdiDesk implements DeskPaper {
  private final PartnerAgreement agreement;
  private long number = 1;
  private boolean lenient;

  EdiDesk(SupplierProfile profile) {
    Mailbox own = new Mailbox(SupplierProfile.SHOP, profile.qualifier());
    Mailbox partner = new Mailbox(profile.mailbox(), profile.qualifier());
    this.agreement =
        profile.format() == Format.X12
            ? PartnerAgreement.x12(own, partner)
            : PartnerAgreement.edifact(own, partner);
  }

  /** Takes interchanges of which a set is bad. */
  EdiDesk lenient() {
    lenient = true;
    return this;
  }

  @Override
  public String ending() {
    return "edi";
  }

  @Override
  public byte[] write(List<PurchaseOrder> orders) {
    Standard standard = agreement.standard();
    return writer(
        orders.stream()
            .map(each -> OrderDocuments.order(each, "vendor", LocalDate.EPOCH, standard))
            .toList());
  }

  private byte[] writer(List<? extends EdiDocument> documents) {
    LocalDateTime at = LocalDate.EPOCH.atStartOfDay();
    return new EdiWriter(agreement).write(new Envelope(number, number++, 1, at), documents);
  }

  @Override
  public List<Map<String, String>> read(String name, byte[] content) {
    Taken taken = taken(content);
    return taken.rows;
  }

  @Override
  public Optional<byte[]> receipt(byte[] content) {
    List<FunctionalAcknowledgment> owed = taken(content).owed;
    return owed.isEmpty() ? Optional.empty() : Optional.of(writer(owed));
  }

  private Taken taken(byte[] content) {
    Taken taken = new Taken();
    try {
      new EdiReader(agreement.reading()).read(new ByteArrayInputStream(content), taken);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return taken;
  }

  private final class Taken implements EdiListener {
    private final SupplierFiles files = new SupplierFiles(agreement);
    private final List<Map<String, String>> rows = new ArrayList<>();
    private final List<FunctionalAcknowledgment> owed = new ArrayList<>();

    @Override
    public void stockItem(SetHeader set, StockItem item) {
      rows.add(DeskRows.stock(files.stock(item, code -> code)));
    }

    @Override
    public void document(SetHeader set, EdiDocument document) {
      if (document instanceof Acknowledgment acknowledgment) {
        rows.addAll(DeskRows.of(files.acknowledgment(acknowledgment).said()));
      } else if (document instanceof ShipNotice notice) {
        rows.addAll(DeskRows.of(files.shipNotice(notice).said()));
      }
    }

    @Override
    public void refused(EdiFault fault) {
      if (!lenient) {
        throw new AssertionError(fault.toString());
      }
    }

    @Override
    public void interchangeEnds(InterchangeReport report) {
      agreement
          .objection(report.interchange())
          .ifPresent(
              fault -> {
                throw new AssertionError(fault.toString());
              });
      owed.addAll(FunctionalAcknowledgments.of(report));
    }
  }
}
