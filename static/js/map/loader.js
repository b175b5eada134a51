// Fetches the layers. What was loaded stays; a failure is told with the time of what is shown.

/** A JSON document of ours; throws with the status when there is none. Asked for as the page's preloads ask. */
export async function fetchJson(url) {
  const answer = await fetch(url);
  if (!answer.ok) {
    await answer.text(); // what is not read to its end keeps its line busy
    throw Object.assign(new Error(`status ${answer.status}`), { status: answer.status });
  }
  return answer.json();
}

/** Base and state that belong together: when the base has changed meanwhile, the newer one is fetched. */
export async function fetchMap(baseUrl, stateUrl) {
  const [base, state] = await Promise.all([fetchJson(baseUrl), fetchJson(stateUrl)]);
  if (state.base === base.hash) return { base, state };
  return { base: await fetchJson(baseUrl.replace(base.hash, state.base)), state };
}

const GROUND = ["land", "water", "towns"];

/** The ground: index, then its files. Without it the map stands on plain ground. */
export async function fetchGround(baseUrl) {
  const index = await fetchJson(`${baseUrl}index.json`);
  const wanted = GROUND.filter((name) => index.files?.[name]);
  const read = await Promise.all(wanted.map((name) => fetchJson(`${baseUrl}${index.files[name]}`)));
  const ground = Object.fromEntries(wanted.map((name, at) => [name, read[at]]));
  return { ...ground, attribution: index.attribution ?? [] };
}

/** The towns of the ground alone, for who draws other tiles. */
export async function fetchTowns(baseUrl) {
  const { files } = await fetchJson(`${baseUrl}index.json`);
  return files?.towns ? fetchJson(`${baseUrl}${files.towns}`) : [];
}
