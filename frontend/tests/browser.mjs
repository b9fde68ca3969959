// SPDX-License-Identifier: GPL-3.0-or-later
// What every browser test begins with: Debian's Chromium, the real server, a tab that keeps account
// of what it asked for and what went wrong, axe. Not the tests themselves, nor how the server starts.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { after, before } from "node:test";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { startServer } from "./real-server.mjs";

const CHROMIUM = process.env.WESPOL_CHROMIUM ?? "/usr/bin/chromium";
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const WIDE = { width: 1280, height: 900 };
export const NARROW = { width: 360, height: 740 };
const PATIENCE_MS = 120_000;
/** 1280 px at 400 % zoom. */
export const ZOOMED = { width: 320, height: 640 };

export const launchChromium = () => chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });

let browser;

/** For the whole file: Chromium alone. */
export function useBrowser() {
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());
}

/** For the whole file: Chromium and the real server over the real catalogue. Returns {url, open}: `url` is known when a test
 * runs, `open` is the one below for a path of the site. */
export function useSite() {
  const site = { url: null, open: (path, options) => open(site.url + path, options) };
  let server;
  before(async () => {
    server = await startServer();
    site.url = server.url;
  });
  useBrowser();
  after(() => server?.stop());
  return site;
}

/** Everything that goes wrong in a tab, a line each: exceptions, errors on the console (the Content-Security-Policy tells
 * what it refuses there alone), what could not be fetched. What the page or a test itself aborts is no failure. */
function collectErrors(page, errors) {
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    // Told below, with the address.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) errors.push(message.text());
  });
  page.on("requestfailed", (request) => {
    const { errorText } = request.failure();
    if (errorText !== "net::ERR_ABORTED") errors.push(`${errorText} ${request.url()}`);
  });
  page.on("response", (response) => {
    // That some pages are not there is a matter of the test that opens them.
    const isMissingPage = response.status() < 500 && response.request().isNavigationRequest();
    if (response.status() >= 400 && !isMissingPage) errors.push(`${response.status()} ${response.url()}`);
  });
}

/** A tab of its own at a whole address. `requests`: all that was asked for, Playwright's; `strangers`: what of it was asked of another
 * host; `loads`: whole pages; `errors`: all that went wrong. `close` fails on strangers, and on errors but for those that
 * match one of `provoked`: what the test does to the page on purpose. Further options are Playwright's. */
export async function open(address, { provoked = [], ...options } = {}) {
  const context = await browser.newContext({ viewport: WIDE, ...options });
  // On a machine that compiles beside it, a page may take long.
  context.setDefaultTimeout(PATIENCE_MS);
  const { origin } = new URL(address);
  const [requests, strangers, loads, errors] = [[], [], [], []];
  context.on("request", (request) => {
    requests.push(request);
    if (origin !== "null" && !request.url().startsWith(`${origin}/`)) strangers.push(request.url());
    if (request.isNavigationRequest()) loads.push(request.url());
  });
  const page = await context.newPage();
  collectErrors(page, errors);
  await page.goto(address);
  const close = async () => {
    await context.close();
    assert.deepEqual(strangers, []);
    assert.deepEqual(errors.filter((error) => !provoked.some((pattern) => pattern.test(error))), []);
  };
  return { page, requests, strangers, loads, errors, close };
}

/** The first whole number in a text, 0 without one. Thousands may be set apart by spaces. */
export const numberIn = (text) => Number((/\d[\d\s\u00a0]*/.exec(text ?? "")?.[0] ?? "0").replace(/\D/g, ""));

/** A combobox with scripts, a search box without. */
export const searchField = (page) => page.getByLabel("Czego szukasz?");

/** How many the heading of the results says were found. */
export const total = async (page) => numberIn(await page.locator("main h1").textContent());

/** What axe finds, with WCAG 2.2's targets of 24 px, which it leaves out by itself: "rule: where; where". A tab for it is opened with `bypassCSP: true`. */
export async function violations(page) {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"], rules: { "target-size": { enabled: true } } }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join("; ")}`);
}

/** How far a page at a whole address moves while it loads (cumulative layout shift). `settled` awaits its end. */
export async function shiftsOf(page, address, settled = () => page.evaluate(() => document.fonts.ready)) {
  await page.addInitScript(() => {
    globalThis.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) globalThis.shifts += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(address);
  await settled(page);
  await page.waitForTimeout(300);
  return page.evaluate(() => globalThis.shifts);
}

export const widthOf = (page) => page.evaluate(() => document.documentElement.scrollWidth);

/** Bytes of what a whole address answers, as they travel. */
export const gzipped = async (address) => gzipSync(Buffer.from(await (await fetch(address)).arrayBuffer())).length;

/** A picture, where WESPOL_SCREENSHOTS names a folder for them. */
export async function picture(page, name, options = { fullPage: true }) {
  const folder = process.env.WESPOL_SCREENSHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`), ...options });
}
