// SPDX-License-Identifier: GPL-3.0-or-later
// The office's report in Debian's Chromium, opened from the disk as an office would: over the real
// catalogue with one list that has every kind of mistake in it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { WIDE, ZOOMED, open, useBrowser, violations, widthOf } from "./browser.mjs";
import { dataFolder, program } from "./real-server.mjs";

const HOSTILE = '=1+1"><script>document.title="zły"</script>';

let folder;
let address;

useBrowser();

before(() => {
  folder = mkdtempSync(path.join(tmpdir(), "wespol-report-"));
  const data = path.join(folder, "data");
  cpSync(dataFolder(), data, { recursive: true });
  const rows = ["Nazwa podmiotu;Miejscowość;NIP;Data nadania", `"${HOSTILE.replaceAll('"', '""')}";Konin;1;wczoraj`, ";Konin;;2026-01-02"];
  writeFileSync(path.join(data, "sources/certificates-zle.csv"), rows.join("\n") + "\n");
  const report = path.join(folder, "report.html");
  const command = ["build", "--dry-run", "--data", data, "--index", path.join(folder, "index"), "--report", report];
  execFileSync(program("WESPOL_INDEXER_BIN", "wespol-indexer"), command, { stdio: "ignore" });
  address = pathToFileURL(report).href;
});

after(() => rmSync(folder, { recursive: true, force: true }));

for (const options of [
  { colorScheme: "light", viewport: WIDE },
  { colorScheme: "dark", viewport: WIDE },
  { colorScheme: "light", viewport: ZOOMED },
])
  test(`accessible, and asks nobody: ${options.colorScheme}, ${options.viewport.width} px`, async () => {
    const { page, requests, close } = await open(address, options);
    assert.deepEqual(requests.map((request) => request.url()), [address]);
    assert.ok((await widthOf(page)) <= options.viewport.width);
    assert.deepEqual(await violations(page), []);
    await close();
  });

test("what stands in the list is text, with its row", async () => {
  const { page, close } = await open(address);
  assert.match(await page.title(), /^Raport/);
  const rejected = page.locator("section[aria-labelledby=odrzucone] tbody tr").first();
  assert.match(await rejected.textContent(), /sources\/certificates-zle\.csv, wiersz 3/);
  const unlinked = page.locator("section[aria-labelledby=bez-posiadacza]");
  assert.ok((await unlinked.textContent()).includes(HOSTILE));
  await close();
});

test("it can be printed", async () => {
  const { page, close } = await open(address);
  const pdf = await page.pdf({ format: "A4" });
  assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
  await close();
});
