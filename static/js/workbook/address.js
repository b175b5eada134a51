// What is open stands behind the # of the address: <workshop>/<station>/<entry>.
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function readAddress(hash) {
  const [workshop = "", station = "", ...entry] = plain(hash.replace(/^#/, "")).split("/");
  return { workshop: UUID.test(workshop) ? workshop.toLowerCase() : "", station, entry: entry.join("/") };
}

/** An address that somebody has cut or mistyped opens nothing, as one that is empty. */
function plain(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

export function writeAddress({ workshop, station = "", entry = "" }) {
  return `#${[workshop, station, entry].filter(Boolean).join("/")}`;
}
