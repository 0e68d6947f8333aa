package io.serai.interchange;

import io.serai.document.Refused;
import io.serai.edi.EdiFault;
import io.serai.edi.SupplierFiles;
import io.serai.edi.document.StockItem;
import io.serai.exchange.StockReader;

/** The items of a stock advice as rows of stock. */
class StockRows {
  /** Whoever wants no stock. */
  static final StockRows NONE =
      new StockRows(null, null) {
        @Override
        void item(StockItem item) {
          // Nobody asks for it.
        }

        @Override
        void fault(EdiFault fault) {
          // Nobody asks for it.
        }
      };

  private final Partner partner;
  private final StockReader reader;

  StockRows(Partner partner, StockReader reader) {
    this.partner = partner;
    this.reader = reader;
  }

  void item(StockItem item) {
    try {
      reader.row(item::place, new SupplierFiles(partner.agreement()).stock(item, partner.skuOf()));
    } catch (Refused fault) {
      reader.fault(new StockReader.Fault(item.place(), item.toString(), fault));
    }
  }

  void fault(EdiFault fault) {
    reader.fault(SetAgain.line(fault));
  }
}
