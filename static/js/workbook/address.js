// What is open stands behind the # of the address: <workshop>/<station>/<entry>.
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function readAddress(hash) {
  const [workshop = "", station = "", ...entry] = decodeURIComponent(hash.replace(/^#/, "")).split("/");
  return { workshop: UUID.test(workshop) ? workshop.toLowerCase() : "", station, entry: entry.join("/") };
}

export function writeAddress({ workshop, station = "", entry = "" }) {
  return `#${[workshop, station, entry].filter(Boolean).join("/")}`;
}
