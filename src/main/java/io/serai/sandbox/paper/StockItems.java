package io.serai.sandbox.paper;

import io.serai.edi.document.Product;
import io.serai.edi.document.Scheduled;
import io.serai.edi.document.StockItem;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is on the shelves as items of 846 or INVRPT, which have no place for lead days. */
final class StockItems {
  private static final String UNIT = "EA";

  private StockItems() {}

  static Iterator<StockItem> of(List<News.Stock> stock) {
    return IntStream.range(0, stock.size()).mapToObj(i -> of(i + 1, stock.get(i))).iterator();
  }

  private static StockItem of(int number, News.Stock stock) {
    return new StockItem(
        "",
        "" + number,
        List.of(new Product("vendor", stock.sku())),
        "",
        Optional.of(stock.unitCost()),
        List.of(new StockItem.Quantity("onHand", BigDecimal.valueOf(stock.onHand()), UNIT)),
        stock.restock().map(StockItems::scheduled).stream().toList(),
        Optional.empty());
  }

  private static Scheduled scheduled(News.Restock restock) {
    return new Scheduled(BigDecimal.valueOf(restock.quantity()), UNIT, restock.date(), "available");
  }
}
