// What is typed or chosen in a part of a page that refreshes itself is not taken away by the refresh.
document.addEventListener("htmx:beforeSwap", (event) => {
  const focused = document.activeElement;
  const busy = focused && focused !== document.body && event.detail.target.contains(focused);
  if (busy && event.detail.requestConfig.verb === "get") {
    event.detail.shouldSwap = false;
  }
});

// One tick at the head of a list ticks all of it.
document.addEventListener("change", (event) => {
  const list = event.target.dataset.ticks;
  if (list) {
    document.querySelectorAll(`input[type=checkbox][form="${list}"]`).forEach((box) => {
      box.checked = event.target.checked;
    });
  }
});
