// Keys of the read-back. Figures by the physical key: AZERTY's figures need Shift.

/** What 1 to 5 mean in a site that is opened for an exception. */
export const agreementKeys = ["CONSENSUS", "MAJORITY", "MINORITY", "CONTESTED", "NOT_DISCUSSED"];

const FIGURE = /^(?:Digit|Numpad)([1-5])$/;
const typing = (target) => target.closest?.("input, textarea, select, dialog") !== null;

/** `station` has `tab`, `site`, openSite(at), except(agreement), do(act). */
export function pressed(station, event) {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (station.tab !== "read" || typing(event.target)) return;
  const act = actOf(station, event);
  if (!act) return;
  event.preventDefault();
  act();
}

function actOf(station, event) {
  const figure = FIGURE.exec(event.code);
  if (figure) {
    const at = Number(figure[1]) - 1;
    return station.site ? () => station.except(agreementKeys[at]) : () => station.openSite(at);
  }
  if (event.key === "Enter" && !event.target.closest?.("button, a, summary")) return () => station.do("adopt");
  if (event.key === "Escape" && station.site) return () => station.openSite([...station.shown].findIndex(({ id }) => id === station.site));
  if (event.key === "ArrowRight" || event.key === "PageDown") return () => station.do("on");
  if (event.key === "ArrowLeft" || event.key === "PageUp") return () => station.do("back");
  if (event.key.toLowerCase() === "r") return () => station.do("reserve");
  return null;
}
