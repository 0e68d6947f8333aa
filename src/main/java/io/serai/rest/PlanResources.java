package io.serai.rest;

import io.serai.mapping.Json;
import io.serai.view.OrderStoryView;
import io.serai.whatif.WhatIf;
import org.jdbi.v3.core.Handle;

/** Why an order is planned as it is. */
public final class PlanResources {
  private final OrderStoryView stories = new OrderStoryView();
  private final WhatIf whatIf;

  public PlanResources(WhatIf whatIf) {
    this.whatIf = whatIf;
  }

  /** Adds them to the API. */
  public void addTo(Resources resources) {
    resources.answers("explainOrder", this::explain);
  }

  private Reply explain(Handle handle, Call call) {
    String channel = call.parameter("channel");
    String number = call.parameter("number");
    String text =
        stories
            .id(handle, channel, number)
            .flatMap(order -> whatIf.explanation(handle, order))
            .orElseThrow(
                () -> Problem.missing("Channel " + channel + " has no order " + number + "."));
    return Reply.of(Json.MAPPER.createObjectNode().put("explanation", text));
  }
}
