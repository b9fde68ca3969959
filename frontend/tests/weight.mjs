// SPDX-License-Identifier: GPL-3.0-or-later
// What pages cost whoever opens them: requests and bytes, by kind, as they travel behind a server that
// compresses. What is asked of them is in BUDGET; times are measured in figures.mjs and asserted nowhere.
import { gzipSync } from "node:zlib";

/** The pages that are weighed, one of each type and the heaviest: names of PAGES. */
export const WEIGHED = [
  "home", "results", "results-all", "results-map", "entity-certified", "check", "check-one", "compare", "guidance", "protocol-home", "protocol",
  "sectors", "sector", "cpv", "cpv-code", "support-centres", "support-centre", "brand", "product", "words", "data", "quality", "api",
  "about", "privacy", "accessibility", "order", "not-found", "en-home", "uk-home", "uk-results", "uk-entity",
];

/** The most a page may cost: bytes gzipped. Fonts are six files of two typefaces, cached for good. */
export const BUDGET = { requests: 13, html: 30_000, style: 25_000, script: 30_000, font: 180_000, other: 10_000 };
/** Where a page may cost more: the map has a library, the words of three languages are one long page. */
export const EXCEPTIONS = {
  "results-map": { requests: 15, script: 60_000 },
  words: { html: 100_000 },
};

const KINDS = { document: "html", stylesheet: "style", script: "script", font: "font" };

/** {requests, html, style, script, font, other} of one loading of the page, from the requests of its tab (`open`'s). */
export async function weightOf(requests) {
  const weight = { requests: 0, html: 0, style: 0, script: 0, font: 0, other: 0 };
  for (const [address, kind] of new Map(requests.map((request) => [request.url(), request.resourceType()]))) {
    if (address.startsWith("data:")) continue;
    const content = Buffer.from(await (await fetch(address)).arrayBuffer());
    // Fonts are compressed already.
    weight[KINDS[kind] ?? "other"] += kind === "font" ? content.length : gzipSync(content).length;
    weight.requests += 1;
  }
  return weight;
}

/** "script: 61000 of 30000", a line for everything over budget. */
export function overBudget(name, weight) {
  const most = { ...BUDGET, ...EXCEPTIONS[name] };
  return Object.entries(most).filter(([kind, limit]) => weight[kind] > limit).map(([kind, limit]) => `${kind}: ${weight[kind]} of ${limit}`);
}
