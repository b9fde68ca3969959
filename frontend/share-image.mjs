// SPDX-License-Identifier: GPL-3.0-or-later
// src/images/share.svg → share.png beside it, set in our own typefaces by Debian's Chromium:
// npm --prefix frontend run share-image. Both are kept: a build needs no browser.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { launchChromium } from "./tests/browser.mjs";

const root = path.dirname(fileURLToPath(import.meta.url));
const images = path.join(root, "src/images");

/** "brygada-1918", "Brygada 1918" → its subsets as @font-face rules that hold the font. */
async function faces(folder, family) {
  const rules = ["latin", "latin-ext", "cyrillic"].map(async (subset) => {
    const font = path.join(root, "node_modules/@fontsource-variable", folder, "files", `${folder}-${subset}-wght-normal.woff2`);
    const ranges = JSON.parse(await readFile(path.join(path.dirname(font), "../unicode.json"), "utf8"));
    const data = (await readFile(font)).toString("base64");
    return `@font-face{font-family:"${family}";font-weight:200 900;unicode-range:${ranges[subset]};src:url(data:font/woff2;base64,${data})}`;
  });
  return (await Promise.all(rules)).join("");
}

const style = (await faces("brygada-1918", "Brygada 1918")) + (await faces("source-sans-3", "Source Sans 3"));
const svg = await readFile(path.join(images, "share.svg"), "utf8");
const browser = await launchChromium();
try {
  const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
  await page.setContent(`<style>${style}body{margin:0}svg{display:block}</style>${svg}`);
  await page.evaluate(() => document.fonts.ready);
  await writeFile(path.join(images, "share.png"), await page.screenshot());
} finally {
  await browser.close();
}
