package io.serai.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.serai.access.AuditLog;
import io.serai.alert.Alerts;
import io.serai.view.TodayView;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** How the hub stands, what needs a person, and who did what. */
public final class TodayResources {
  private final TodayView view;
  private final Alerts alerts;
  private final AuditLog audit;

  public TodayResources(TodayView view, Alerts alerts, AuditLog audit) {
    this.view = view;
    this.alerts = alerts;
    this.audit = audit;
  }

  /** Adds them to the API. */
  public void addTo(Resources resources) {
    resources
        .answers("getToday", (handle, call) -> Reply.of(Shape.of(view.read(handle))))
        .answers("settleAlert", this::settle)
        .answers("listAudit", this::audit);
  }

  private Reply settle(Handle handle, Call call) {
    if (!alerts.settle(handle, call.id(), call.who())) {
      throw Problem.missing("There is no alert " + call.id() + " that nobody has seen to.");
    }
    audit.note(handle, call.who(), "settled", "alert " + call.id(), "");
    return Reply.done();
  }

  private Reply audit(Handle handle, Call call) {
    Paging paging = Paging.of(call, "audit");
    List<AuditLog.Deed> found = audit.before(handle, paging.before(), paging.most() + 1);
    int most = Math.min(paging.most(), found.size());
    ArrayNode items = Shape.list(found.subList(0, most));
    return paging.reply(
        items, found.size() > most ? Optional.of(found.get(most - 1).id()) : Optional.empty());
  }
}
