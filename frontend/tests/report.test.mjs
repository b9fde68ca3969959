// SPDX-License-Identifier: GPL-3.0-or-later
// The office's report in Debian's Chromium, opened from the disk as an office would: over the real
// catalogue with one list that has every kind of mistake in it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { dataFolder, program } from "./real-server.mjs";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const CHROMIUM = process.env.WESPOL_CHROMIUM ?? "/usr/bin/chromium";
const HOSTILE = '=1+1"><script>document.title="zły"</script>';

let folder;
let browser;
let address;

before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "wespol-report-"));
  const data = path.join(folder, "data");
  cpSync(dataFolder(), data, { recursive: true });
  const rows = ["Nazwa podmiotu;Miejscowość;NIP;Data nadania", `"${HOSTILE.replaceAll('"', '""')}";Konin;1;wczoraj`, ";Konin;;2026-01-02"];
  writeFileSync(path.join(data, "sources/certificates-zle.csv"), rows.join("\n") + "\n");
  const report = path.join(folder, "report.html");
  const command = ["build", "--dry-run", "--data", data, "--index", path.join(folder, "index"), "--report", report];
  execFileSync(program("WESPOL_INDEXER_BIN", "wespol-indexer"), command, { stdio: "ignore" });
  address = pathToFileURL(report).href;
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(options) {
  const context = await browser.newContext(options);
  const asked = [];
  context.on("request", (request) => asked.push(request.url()));
  const page = await context.newPage();
  await page.goto(address);
  return { page, asked, close: () => context.close() };
}

for (const options of [
  { colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { colorScheme: "dark", viewport: { width: 1280, height: 900 } },
  { colorScheme: "light", viewport: { width: 320, height: 640 } },
])
  test(`accessible, and asks nobody: ${options.colorScheme}, ${options.viewport.width} px`, async () => {
    const { page, asked, close } = await open(options);
    assert.deepEqual(asked, [address]);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= options.viewport.width);
    await page.evaluate(axeSource);
    const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"] }));
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
    await close();
  });

test("what stands in the list is text, with its row", async () => {
  const { page, close } = await open({});
  assert.match(await page.title(), /^Raport/);
  const rejected = page.locator("section[aria-labelledby=odrzucone] tbody tr").first();
  assert.match(await rejected.textContent(), /sources\/certificates-zle\.csv, wiersz 3/);
  const unlinked = page.locator("section[aria-labelledby=bez-posiadacza]");
  assert.ok((await unlinked.textContent()).includes(HOSTILE));
  await close();
});

test("it can be printed", async () => {
  const { page, close } = await open({});
  const pdf = await page.pdf({ format: "A4" });
  assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
  await close();
});
