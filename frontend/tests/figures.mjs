// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of the site for docs/benchmarks.md, as a table: npm --prefix frontend run figures [-- PAGE…]
// Bytes and requests of each weighed page, or of those named; requests to other hosts, cookies; largest paint (LCP), layout shift (CLS) and the slowest answer to
// an input (INP) on a CPU four times slower, beside the server and behind a slow line (150 ms, 1.6 Mbit/s), the
// median of three loads; what axe finds. The server itself does not compress: its line carries more than the bytes told.
import { NARROW, launchChromium, violations } from "./browser.mjs";
import { PAGES } from "./pages.mjs";
import { startServer } from "./real-server.mjs";
import { WEIGHED, overBudget, weightOf } from "./weight.mjs";

const LOADS = 3;
const SLOW_LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const PATIENCE_MS = 240_000;

const median = (numbers) => numbers.sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

/** Watches from the first moment of a page; `figures` holds the greatest so far. */
function watch() {
  globalThis.figures = { lcp: 0, cls: 0, inp: 0 };
  const each = (type, take, options = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...options });
  each("largest-contentful-paint", ({ startTime }) => { figures.lcp = startTime; });
  each("layout-shift", ({ value, hadRecentInput }) => { if (!hadRecentInput) figures.cls += value; });
  each("event", ({ duration, interactionId }) => { if (interactionId) figures.inp = Math.max(figures.inp, duration); }, { durationThreshold: 16 });
}

/** What people do first: they type, open a fold, choose a filter. */
async function interact(page) {
  const field = page.locator("#q").first();
  if ((await field.count()) > 0) await field.pressSequentially("pie", { delay: 120 });
  await page.keyboard.press("Escape");
  const choice = page.locator(".hit__compare input:visible, main summary:visible").first();
  if ((await choice.count()) > 0) await choice.click();
  await page.waitForTimeout(500);
}

/** Until nothing is asked for any more and what was loaded is drawn: a busy machine takes a while to find the next picture. */
async function load(page, address) {
  await page.goto(address, { waitUntil: "networkidle" });
  await page.evaluate(() => document.fonts.ready.then(() => new Promise((drawn) => { requestAnimationFrame(() => requestAnimationFrame(drawn)); })));
  await page.waitForTimeout(500);
}

async function slowLoad(browser, address, line) {
  const context = await browser.newContext({ viewport: NARROW });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  await page.addInitScript(watch);
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  if (line) await session.send("Network.emulateNetworkConditions", line);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await load(page, address);
  const { lcp, cls } = await page.evaluate(() => figures);
  if (line) await interact(page);
  const { inp } = await page.evaluate(() => figures);
  await context.close();
  return { lcp, cls, inp };
}

async function weigh(browser, address) {
  const context = await browser.newContext({ viewport: NARROW, bypassCSP: true });
  context.setDefaultTimeout(PATIENCE_MS);
  const requests = [];
  context.on("request", (request) => requests.push(request));
  const page = await context.newPage();
  await load(page, address);
  const weight = await weightOf(requests);
  const found = await violations(page);
  const { host } = new URL(address);
  const others = requests.map((request) => new URL(request.url())).filter((url) => url.protocol !== "data:" && url.host !== host).length;
  const cookies = (await context.cookies()).length;
  await context.close();
  return { weight, others, cookies, found };
}

const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in PAGES));
if (unknown.length > 0) throw new Error(`no such page: ${unknown.join(", ")} (tests/pages.mjs)`);

const kilobytes = (bytes) => (bytes / 1000).toFixed(1);

const server = await startServer();
const browser = await launchChromium();
try {
  const columns = ["page", "requests", "to others", "cookies", "HTML", "CSS", "scripts", "fonts", "other", "LCP near, ms", "LCP slow line, ms", "CLS", "INP ms", "axe"];
  console.log(`| ${columns.join(" | ")} |`);
  console.log(`| ${columns.map(() => "---").join(" | ")} |`);
  for (const name of named.length > 0 ? named : WEIGHED) {
    const address = server.url + PAGES[name];
    const { weight, others, cookies, found } = await weigh(browser, address);
    const loads = [];
    const near = [];
    for (let load = 0; load < LOADS; load += 1) {
      near.push(await slowLoad(browser, address, null));
      loads.push(await slowLoad(browser, address, SLOW_LINE));
    }
    const of = (figure, all = loads) => median(all.map((load) => load[figure]));
    const bytes = ["html", "style", "script", "font", "other"].map((kind) => kilobytes(weight[kind]));
    console.log(`| ${[name, weight.requests, others, cookies, ...bytes, of("lcp", near).toFixed(0), of("lcp").toFixed(0), of("cls").toFixed(3), of("inp").toFixed(0), found.length].join(" | ")} |`);
    for (const line of [...overBudget(name, weight), ...found]) console.error(`${name}: ${line}`);
  }
} finally {
  await browser.close();
  await server.stop();
}
