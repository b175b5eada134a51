// Ticks and unticks boxes of the first filters, one after the other; each time until map, counts and layout are done.
async (count) => {
  const boxes = [...document.querySelectorAll("filon-filters [data-first] details input[type=checkbox]")].filter((box) => !box.disabled);
  if (!boxes.length) throw new Error("the map shows no filter");
  const times = [];
  for (let at = 0; at < count; at += 1) {
    const box = boxes[Math.floor(at / 2) % boxes.length];
    performance.clearMarks("filon:filtered");
    const before = performance.now();
    box.click();
    document.body.getBoundingClientRect();
    times.push(performance.now() - before);
    if (!performance.getEntriesByName("filon:filtered").length) throw new Error("a click filtered nothing");
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  return times;
}
